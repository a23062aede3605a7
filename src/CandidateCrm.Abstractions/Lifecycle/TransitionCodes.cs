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

    /// <summary>The trigger needs a parameter that was not given; no guard was asked.</summary>
    public const string ParameterMissing = "transition.parameter_missing";

    /// <summary>A guard threw an exception, so that nobody knows whether its rule applies. No later rule was asked, and the state stays.</summary>
    public const string GuardThrew = "guard.threw";

    /// <summary>What chooses the target of a rule threw an exception; the state stays.</summary>
    public const string ChoiceThrew = "choice.threw";

    /// <summary>What chooses the target of a rule gave a state that the rule does not declare; the state stays.</summary>
    public const string ChoiceUndeclared = "choice.undeclared";

    /// <summary>What reads a parameter of the trigger threw an exception; no guard was asked, and the state stays.</summary>
    public const string ParameterThrew = "parameter.threw";

    /// <summary>The state became another one.</summary>
    public const string Moved = "transition.moved";

    /// <summary>The state was left and entered again.</summary>
    public const string Reentered = "transition.reentered";

    /// <summary>The trigger was expected and changed nothing.</summary>
    public const string Ignored = "transition.ignored";

    /// <summary>The trigger was handled within the state.</summary>
    public const string Internal = "transition.internal";

    /// <summary>The person is set aside until a date, and the lifecycle refuses the trigger meanwhile. Only lifecycles say so, as for the three below.</summary>
    public const string Snoozed = "lifecycle.snoozed";

    /// <summary>The person is not to be approached, and the lifecycle refuses the trigger meanwhile.</summary>
    public const string ContactBarred = "lifecycle.contact_barred";

    /// <summary>The person goes on under another candidate; nothing moves this relationship.</summary>
    public const string Merged = "lifecycle.merged";

    /// <summary>What was known of the person was erased; nothing moves the relationship any more.</summary>
    public const string Erased = "lifecycle.erased";

    internal static string Of(TransitionObstacle obstacle) => obstacle switch
    {
        TransitionObstacle.ParameterMissing => ParameterMissing,
        TransitionObstacle.ParameterThrew => ParameterThrew,
        TransitionObstacle.GuardThrew => GuardThrew,
        TransitionObstacle.ChoiceThrew => ChoiceThrew,
        TransitionObstacle.Snoozed => Snoozed,
        TransitionObstacle.ContactBarred => ContactBarred,
        TransitionObstacle.Merged => Merged,
        TransitionObstacle.Erased => Erased,
        _ => ChoiceUndeclared,
    };
}
