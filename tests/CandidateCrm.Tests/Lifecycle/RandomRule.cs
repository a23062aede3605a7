using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>A rule as numbers; one with targets chooses among them.</summary>
public sealed record RandomRule(int From, int Trigger, TransitionOutcome Outcome, int To, int? Guard, ImmutableArray<int> Among = default);
