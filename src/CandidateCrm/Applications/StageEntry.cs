namespace CandidateCrm.Applications;

/// <summary>A stage that is entered, what kind of step it is as far as that was told, and why.</summary>
internal readonly record struct StageEntry(StageKey Stage, StageCategory Category = StageCategory.Other, ReasonCode Reason = default);
