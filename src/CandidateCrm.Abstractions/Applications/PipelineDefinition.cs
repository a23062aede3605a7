using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>
/// The ordered stages that applications run through, and which moves between them are expected. What the host tells is never refused: a move that breaks
/// a rule becomes a finding. A command that breaks one is refused.
/// </summary>
public sealed record PipelineDefinition
{
    /// <summary>The largest number of reminders.</summary>
    public const int MostReminders = 20;

    /// <summary>The largest number of stages.</summary>
    public const int MostStages = 200;

    /// <summary>For how long after a submission another one is the same application, where no pipeline says otherwise: 10 minutes.</summary>
    public static readonly Duration SameApplicationByDefault = Duration.FromMinutes(10);

    /// <summary>Gets the key; unique within a tenant's rules.</summary>
    public required PipelineKey Key { get; init; }

    /// <summary>Gets the version, from 1 on.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Gets the stages in order, 1 to 200. The first is where an application stands when it was submitted.</summary>
    public required ImmutableArray<Stage> Stages { get; init; }

    /// <summary>Gets the reminders of the interviews of its applications, at most 20; none by default. An interview keeps those that it had when it got its date.</summary>
    public ImmutableArray<InterviewReminder> Reminders { get; init; } = [];

    /// <summary>Gets a value indicating whether moves to an earlier stage are expected; true by default.</summary>
    public bool AllowsBackward { get; init; } = true;

    /// <summary>Gets a value indicating whether moves past a stage that was never reached are expected; true by default.</summary>
    public bool AllowsSkipping { get; init; } = true;

    /// <summary>Gets stages of their own for some openings.</summary>
    public ImmutableArray<PipelineOverride> Overrides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Gets after how long a silence a draft counts as abandoned: 1 to 3,650 whole days of 24 hours; null for never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no number of whole days, or out of bounds.</exception>
    public Duration? AbandonsDraftsAfter
    {
        get;
        init => field = value is null || (value >= Duration.FromDays(1) && value <= Duration.FromDays(3_650) && value.Value == Duration.FromDays(value.Value.Days))
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A draft is abandoned after 1 to 3,650 whole days.");
    }

    /// <summary>
    /// Gets for how long after a submission another one of the same person for the same opening, under another id, is the same application told twice:
    /// 0 to 30 days, 10 minutes by default; 0 for never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of bounds.</exception>
    public Duration SameApplicationWithin
    {
        get;
        init => field = value >= Duration.Zero && value <= Duration.FromDays(30)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Two submissions are the same application within 0 to 30 days.");
    }
    = SameApplicationByDefault;

    /// <summary>Returns the place of a stage from 0 on, or -1 where the pipeline does not have it.</summary>
    public int IndexOf(StageKey stage)
    {
        for (var i = 0; i < Stages.Length; i++)
        {
            if (Stages[i].Key == stage)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns the pipeline as it is for an opening: with the stages of its override, where there is one.</summary>
    public PipelineDefinition For(RequisitionId requisition)
    {
        if (requisition.IsAssigned)
        {
            foreach (var own in Overrides)
            {
                if (own.Requisitions.Contains(requisition))
                {
                    return this with { Stages = own.Stages, Overrides = [] };
                }
            }
        }

        return this;
    }
}
