namespace CandidateCrm.Lifecycle;

/// <summary>The answer of a state machine to one trigger: a small value that costs no allocation. Its sentence is made on demand by the definition that gave it.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
public readonly record struct Transition<TState>
    where TState : notnull
{
    /// <summary>The reason id of a refusal because the state has no rule for the trigger: 0.</summary>
    public const int NoRule = 0;

    /// <summary>The reason id of a refusal because the definition has no such state: 65,535.</summary>
    public const int NoSuchState = ushort.MaxValue;

    // In this order eight bytes are enough where the state is an enum of the usual size, so that the answer travels in a register.
    private readonly TState _target;
    private readonly ushort _reasonId;
    private readonly TransitionOutcome _outcome;
    private readonly TransitionObstacle _obstacle;

    internal Transition(TransitionOutcome outcome, TState target, ushort reasonId, TransitionObstacle obstacle = TransitionObstacle.None)
    {
        _outcome = outcome;
        _target = target;
        _reasonId = reasonId;
        _obstacle = obstacle;
    }

    /// <summary>Gets what happened.</summary>
    public TransitionOutcome Outcome => _outcome;

    /// <summary>Gets the state afterwards; the same as before unless the outcome is <see cref="TransitionOutcome.Moved"/>.</summary>
    public TState Target => _target;

    /// <summary>
    /// Gets which rule of the definition decided, counted from 1 in the order of its rules; of a refusal by guards, the first rule that was asked, or the one whose guard or choice failed.
    /// <see cref="NoRule"/> and <see cref="NoSuchState"/> stand for refusals without a rule.
    /// </summary>
    public int ReasonId => _reasonId;

    /// <summary>Gets a value indicating whether the trigger was refused.</summary>
    public bool IsRefused => _outcome == TransitionOutcome.Refused;

    internal TransitionObstacle Obstacle => _obstacle;

    /// <summary>Gets the stable code of the answer, one of <see cref="TransitionCodes"/>.</summary>
    public string Code => _outcome switch
    {
        TransitionOutcome.Refused when _obstacle != TransitionObstacle.None => TransitionCodes.Of(_obstacle),
        TransitionOutcome.Moved => TransitionCodes.Moved,
        TransitionOutcome.Reentered => TransitionCodes.Reentered,
        TransitionOutcome.Ignored => TransitionCodes.Ignored,
        TransitionOutcome.Internal => TransitionCodes.Internal,
        _ => _reasonId switch
        {
            NoRule => TransitionCodes.NotPermitted,
            NoSuchState => TransitionCodes.UnknownState,
            _ => TransitionCodes.GuardUnmet,
        },
    };

    /// <summary>Makes an answer; for hosts that bring an engine of their own.</summary>
    /// <param name="outcome">What happened.</param>
    /// <param name="target">The state afterwards.</param>
    /// <param name="reasonId">Which rule decided: 0 to 65,535, as in <see cref="ReasonId"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is not defined, or the reason id is out of its range.</exception>
    public static Transition<TState> Of(TransitionOutcome outcome, TState target, int reasonId)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (outcome > TransitionOutcome.Internal)
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "The outcome is none of those defined.");
        }

        if (reasonId is < NoRule or > NoSuchState)
        {
            throw new ArgumentOutOfRangeException(nameof(reasonId), reasonId, "A reason id is 0 to 65,535.");
        }

        return new Transition<TState>(outcome, target, (ushort)reasonId);
    }
}
