using System.Collections.Immutable;
using CandidateCrm.Applications;
using NodaTime;

namespace Quickstart.Import;

/// <summary>What the columns of a log are called and what its activities mean.</summary>
internal sealed record ImportMap
{
    /// <summary>The opening that applications of a log belong to: a log says nothing about it.</summary>
    internal static readonly RequisitionId Opening = RequisitionId.From("imported");

    internal string CaseColumn { get; init; } = "case";

    internal string ActivityColumn { get; init; } = "activity";

    internal string TimestampColumn { get; init; } = "timestamp";

    internal string SeqColumn { get; init; } = "seq";

    internal string ResourceColumn { get; init; } = "resource";

    internal char Delimiter { get; init; } = ',';

    /// <summary>Gets the zone of timestamps that name none.</summary>
    internal DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Gets the NodaTime pattern of local date and time; null for the ISO forms.</summary>
    internal string? TimestampFormat { get; init; }

    /// <summary>Gets the activities in the order of the pipeline.</summary>
    internal required ImmutableArray<ActivityRule> Activities { get; init; }

    /// <summary>Gets the steps of the funnel, first to last.</summary>
    internal required ImmutableArray<StageKey> Funnel { get; init; }

    /// <summary>Gets the stages of the pipeline: where applications begin, those of the funnel, then the others.</summary>
    internal ImmutableArray<ActivityRule> Stages =>
    [
        .. Activities.Where(rule => rule.Fact is ActivityFact.Submitted or ActivityFact.Stage)
            .DistinctBy(rule => rule.Step)
            .OrderBy(rule => rule.Fact)
            .ThenBy(rule => Funnel.IndexOf(rule.Step) is var place and >= 0 ? place : int.MaxValue),
    ];

    /// <summary>Returns the name of a step: the first activity that leads to it.</summary>
    internal string NameOf(StageKey step) => Activities.FirstOrDefault(rule => rule.Step == step)?.Activity ?? step.ToString();

    internal bool IsEnd(StageKey step) => Activities.Any(rule => rule.Step == step && rule.Fact is ActivityFact.Ended or ActivityFact.Hired);
}
