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

    /// <summary>Two guards with the same name have different descriptions or versions, or one is asked twice for the same trigger in the same state.</summary>
    public const string DuplicateGuard = "machine.duplicate_guard";

    /// <summary>Two states, or two triggers, have the same text, or one has none.</summary>
    public const string DuplicateName = "machine.duplicate_name";

    /// <summary>Two choices with the same name have different descriptions or versions.</summary>
    public const string DuplicateChoice = "machine.duplicate_choice";

    /// <summary>A trigger needs the same parameter twice, or two parameters with the same name have different descriptions or versions.</summary>
    public const string DuplicateParameter = "machine.duplicate_parameter";

    /// <summary>A name has more than 200 characters, a control character or half a surrogate pair.</summary>
    public const string NameInvalid = "machine.name_invalid";

    /// <summary>A rule whose target is chosen declares no possible target, more than 256, or one twice.</summary>
    public const string ChoiceTargets = "machine.choice_targets";

    /// <summary>A state is a substate of one that is not configured.</summary>
    public const string ParentUndefined = "machine.parent_undefined";

    /// <summary>A state is a substate of two.</summary>
    public const string ParentTwice = "machine.parent_twice";

    /// <summary>A state is, by way of others or directly, a substate of itself.</summary>
    public const string SubstateCycle = "machine.substate_cycle";

    /// <summary>Substates are nested more than 16 deep.</summary>
    public const string TooDeep = "machine.too_deep";

    /// <summary>A state has substates and does not say in which of them it begins.</summary>
    public const string InitialMissing = "machine.initial_missing";

    /// <summary>A state begins in one that is not directly a substate of it.</summary>
    public const string InitialForeign = "machine.initial_foreign";

    /// <summary>A state begins in two substates.</summary>
    public const string InitialTwice = "machine.initial_twice";

    /// <summary>A state with substates is marked as terminal; only those can be.</summary>
    public const string TerminalWithSubstates = "machine.terminal_with_substates";

    /// <summary>A document names a guard, choice or parameter that the host has not registered under this version.</summary>
    public const string WordUnknown = "machine.word_unknown";

    /// <summary>A rule of a document says two things that do not go together.</summary>
    public const string RuleUnclear = "machine.rule_unclear";

    /// <summary>The machine has more than 65,534 rules, or more than 1,048,576 cells (states × triggers).</summary>
    public const string TooLarge = "machine.too_large";
}
