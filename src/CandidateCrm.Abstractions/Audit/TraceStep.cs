using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>One step of a trace: one fact, act, alarm or change of rules, and everything that followed at the same instant.</summary>
public sealed record TraceStep
{
    /// <summary>Gets its place on the line.</summary>
    public required TimelinePlace Place { get; init; }

    /// <summary>Gets what it is about.</summary>
    public required TraceStepKind Kind { get; init; }

    /// <summary>Gets the wire name of the fact or act; <c>alarm</c> or <c>rules</c> otherwise.</summary>
    public required string What { get; init; }

    /// <summary>Gets the id of the fact or act; unassigned otherwise.</summary>
    public EventId Event { get; init; }

    /// <summary>Gets what it names, in ids and codes, such as application and stage; empty where it names nothing.</summary>
    public string About { get; init; } = string.Empty;

    /// <summary>Gets the position within the activation log of the rules that it was folded under.</summary>
    public required long RulesPosition { get; init; }

    /// <summary>Gets a value indicating whether it was taken back, so that it counts as never told.</summary>
    public bool TakenBack { get; init; }

    /// <summary>Gets a value indicating whether it told nothing new, such as a second submission; scores and promises pass it over.</summary>
    public bool Repetition { get; init; }

    /// <summary>Gets the features whose slice changed or that brought something forth, in the order of their reaction.</summary>
    public ImmutableArray<string> Reacted { get; init; } = [];

    /// <summary>Gets the derived events, findings among them, in order.</summary>
    public ImmutableArray<TimelineEvent> Derived { get; init; } = [];

    /// <summary>Gets what was wanted done outside, in order, and what became of it.</summary>
    public ImmutableArray<TracedEffect> Effects { get; init; } = [];

    /// <summary>Gets the features that failed in this step.</summary>
    public ImmutableArray<SliceFault> Faults { get; init; } = [];

    /// <summary>Gets the findings among the derived events.</summary>
    public IEnumerable<FindingNoted> Findings => Derived.Select(e => e.Entry).OfType<FindingNoted>();

    /// <summary>Returns instant, name and id.</summary>
    public override string ToString() => $"{Place.At} {What} {Event}";
}
