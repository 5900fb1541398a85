import Crypto
import GRDB

func x() {}
