namespace CandidateCrm.Lifecycle;

/// <summary>The stable codes of transitions; they are stored and shown, and never change.</summary>
public static class TransitionCodes
{
    /// <summary>The state has no rule for the trigger.</summary>
    public const string NotPermitted = "transition.not_permitted";

    /// <summary>The state has rules for the trigger, and the guard of none of them was met.</summary>
    public const string GuardUnmet = "transition.guard_unmet";

    /// <summary>The definition has no such state; it was, for instance, taken out by a later version.</summary>
    public const string UnknownState = "transition.unknown_state";

    /// <summary>The state became another one.</summary>
    public const string Moved = "transition.moved";

    /// <summary>The state was left and entered again.</summary>
    public const string Reentered = "transition.reentered";

    /// <summary>The trigger was expected and changed nothing.</summary>
    public const string Ignored = "transition.ignored";

    /// <summary>The trigger was handled within the state.</summary>
    public const string Internal = "transition.internal";
}
