using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>What the rules of every tenant are worked on with.</summary>
internal sealed record RulesDesk
{
    internal required TenantRules Rules { get; init; }

    internal required IRulesStore Store { get; init; }

    internal required DefinitionCache Cache { get; init; }

    internal required RulesTemplates Templates { get; init; }

    internal required RulesSurroundings Surroundings { get; init; }

    internal required RulesWhatIf WhatIf { get; init; }

    internal required IClock Clock { get; init; }
}
