/// A family's plan, its actions, and how each stands.
extension CaseFile {
  /// The live plan of this service: one family, one plan.
  public var plan: FamilyPlan? { all(FamilyPlan.self).last { $0.ended == nil && $0.joins == nil } }

  public func plan(_ key: ID) -> FamilyPlan? {
    all(FamilyPlan.self).last { $0.key == key || $0.header.id == key }
  }

  /// In the order of their numbers, those no longer needed among them.
  public func actions(of plan: FamilyPlan) -> [PlanAction] {
    all(PlanAction.self).filter { $0.plan == plan.key }.sorted { $0.number < $1.number }
  }

  /// What became of an action, first to last.
  public func progress(of action: PlanAction) -> [ActionProgress] {
    all(ActionProgress.self).filter { $0.action == action.key }
  }

  /// How it stands today: as it was last said; dropped is no longer needed.
  public func state(of action: PlanAction) -> ActionProgress.State? {
    action.dropped != nil ? .notNeeded : progress(of: action).last?.state
  }

  /// Those that somebody still has to do.
  public func open(_ actions: [PlanAction]) -> [PlanAction] {
    actions.filter {
      let state = state(of: $0)
      return state != .done && state != .notNeeded
    }
  }
}
