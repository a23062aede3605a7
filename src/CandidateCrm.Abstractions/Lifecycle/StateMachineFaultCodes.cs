namespace CandidateCrm.Lifecycle;

/// <summary>The stable codes of what can be wrong with a definition of a state machine.</summary>
public static class StateMachineFaultCodes
{
    /// <summary>No state was configured.</summary>
    public const string Empty = "machine.empty";

    /// <summary>No state was named in which the machine starts.</summary>
    public const string NoStart = "machine.no_start";

    /// <summary>The machine starts in a state that is not configured.</summary>
    public const string StartUndefined = "machine.start_undefined";

    /// <summary>A rule leads to a state that is not configured.</summary>
    public const string TargetUndefined = "machine.target_undefined";

    /// <summary>A rule leaves a state that is not configured; only definitions that are data can have one.</summary>
    public const string SourceUndefined = "machine.source_undefined";

    /// <summary>No path leads from a start to the state.</summary>
    public const string Unreachable = "machine.state_unreachable";

    /// <summary>The state is not terminal, and no rule leads from it to another state.</summary>
    public const string NoWayOut = "machine.no_way_out";

    /// <summary>The state is terminal, and a rule leads from it to another state.</summary>
    public const string TerminalLeft = "machine.terminal_left";

    /// <summary>Two rules without a guard answer the same trigger in the same state.</summary>
    public const string Ambiguous = "machine.ambiguous";

    /// <summary>A rule permits a move from a state to itself; it has to say whether that is a re-entry or nothing.</summary>
    public const string MoveToItself = "machine.move_to_itself";

    /// <summary>Two guards with the same name are described differently, or one is asked twice for the same trigger in the same state.</summary>
    public const string DuplicateGuard = "machine.duplicate_guard";

    /// <summary>Two states, or two triggers, have the same text, or one has none.</summary>
    public const string DuplicateName = "machine.duplicate_name";

    /// <summary>The machine has more than 65,534 rules, or more than 1,048,576 cells (states × triggers).</summary>
    public const string TooLarge = "machine.too_large";
}
