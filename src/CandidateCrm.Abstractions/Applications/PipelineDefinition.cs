using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>The ordered stages that applications run through. Moves backwards and into the same stage again are legal: each is a visit.</summary>
public sealed record PipelineDefinition
{
    /// <summary>The largest number of reminders.</summary>
    public const int MostReminders = 20;

    /// <summary>Gets the key; unique within a tenant's rules.</summary>
    public required PipelineKey Key { get; init; }

    /// <summary>Gets the version, from 1 on.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Gets the stages in order. The first is where an application stands when it was submitted.</summary>
    public required ImmutableArray<Stage> Stages { get; init; }

    /// <summary>Gets the reminders of the interviews of its applications, at most 20; none by default. An interview keeps those that it had when it got its date.</summary>
    public ImmutableArray<InterviewReminder> Reminders { get; init; } = [];

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
}
