namespace CandidateCrm.Lifecycle;

/// <summary>What, other than the rules, was in the way of a trigger.</summary>
internal enum TransitionObstacle : byte
{
    None = 0,
    ParameterMissing = 1,
    ParameterThrew = 2,
    GuardThrew = 3,
    ChoiceThrew = 4,
    ChoiceUndeclared = 5,
    Snoozed = 6,
    ContactBarred = 7,
    Merged = 8,
    Erased = 9,
}
