using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>The fold of the applications alone, of everything that was told: figures count also what happened while a tenant had the applications switched off.</summary>
internal sealed class ApplicationsAsToldReaction : Reaction
{
    private readonly ApplicationsReaction _applications = new();

    internal override string Feature => "applications-as-told";

    internal override void On(FoldPass pass, ITimelineEntry entry) => _applications.On(pass, entry);

    internal override void Tick(FoldPass pass) => _applications.Tick(pass);

    internal override Instant? NextChange(Draft draft, RulesInForce rules) => _applications.NextChange(draft, rules);

    internal override object? Save(Draft draft) => _applications.Save(draft);

    internal override void Restore(Draft draft, object? slice) => _applications.Restore(draft, slice);
}
