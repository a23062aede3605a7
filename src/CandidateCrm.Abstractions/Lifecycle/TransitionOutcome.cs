namespace CandidateCrm.Lifecycle;

/// <summary>What a state machine answers to a trigger.</summary>
public enum TransitionOutcome : byte
{
    /// <summary>The trigger is not for this state, or no guard was met; the state stays.</summary>
    Refused = 0,

    /// <summary>The state becomes another one.</summary>
    Moved = 1,

    /// <summary>The state is left and entered again: it stays the same, and what counts visits counts one more.</summary>
    Reentered = 2,

    /// <summary>The trigger is expected here and changes nothing.</summary>
    Ignored = 3,

    /// <summary>The trigger means something within the state; the state is not left.</summary>
    Internal = 4,
}
