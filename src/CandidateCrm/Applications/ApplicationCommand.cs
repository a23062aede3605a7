using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>A command about an application: the fact that it becomes, and the rule that decides whether it does.</summary>
internal sealed record ApplicationCommand
{
    internal required EventId Id { get; init; }

    internal required Actor By { get; init; }

    internal required IApplicationFact Fact { get; init; }

    /// <summary>Gets what refuses it, given the application and the rules in force; null where nothing does.</summary>
    internal required Func<ApplicationState, CompiledRules, ApplicationAnswer?> Refuse { get; init; }
}
