using CandidateCrm.Audit;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Audit;

public sealed class BundleProperties
{
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void A_bundle_is_read_as_it_was_written_and_comes_to_the_same() =>
        Check((past, keepsIds) =>
        {
            var bundle = BundleOf(past, keepsIds);
            var text = BundleJson.Write(bundle);
            var reading = BundleJson.Read(text);
            return reading.Faults.IsEmpty
                && BundleJson.Write(reading.Bundle!) == text
                && reading.Bundle!.Events.SequenceEqual(bundle.Events)
                && reading.Bundle.Verify() is { Matches: true, IsSameEngine: true, IsSameZoneData: true };
        });

    [Fact]
    public void Ids_that_stay_come_to_what_the_replay_of_the_timeline_comes_to() =>
        Check((past, _) => OutcomeText.Of(Engine.Replay(Histories.Anna, past.Events, past.Log, Pasts.End)).SequenceEqual(BundleOf(past, keepsIds: true).Outcome));

    [Fact]
    public void Redacted_ids_come_to_the_same_but_for_the_ids() =>
        Check((past, _) =>
        {
            var original = Engine.Replay(Histories.Anna, past.Events, past.Log, Pasts.End);
            var redacted = BundleOf(past, keepsIds: false).Replay();
            return Shape(original).SequenceEqual(Shape(redacted)) && StateShape(original.Next) == StateShape(redacted.Next);
        });

    [Fact]
    public void No_id_and_nothing_personal_is_in_a_redacted_bundle() =>
        Check((past, _) =>
        {
            var told = past.Events.Select(e => e with { Personal = PersonalPart.Of("name", "Canary Anna"), Correlation = CorrelationId.From("canary-thread"), Origin = Candidates.CandidateId.From("canary-origin") });
            var text = BundleJson.Write(BundleOf(([.. told], past.Log), keepsIds: false));
            return !text.Contains("anna", StringComparison.OrdinalIgnoreCase) && !text.Contains("canary", StringComparison.OrdinalIgnoreCase)
                && !text.Contains("acme\"", StringComparison.Ordinal) && !text.Contains("app-", StringComparison.Ordinal) && !text.Contains("req-", StringComparison.Ordinal)
                && !text.Contains("batch-1\"", StringComparison.Ordinal) && !text.Contains("\"e0\"", StringComparison.Ordinal);
        });

    internal static ReplayBundle BundleOf((TimelineEvent[] Events, ActivationLog Log) past, bool keepsIds) =>
        Bundling.Make(Engine, Histories.Anna, [.. past.Events.OrderBy(e => e.Place)], past.Log, (Pasts.End, keepsIds));

    private static IEnumerable<string> Shape(Decision decision) =>
    [
        .. decision.Derived.Select(e => $"{e.OccurredAt} {EntryTypes.NameOf(e.Entry)} {e.Ordinal}"),
        .. decision.Effects.Select(e => $"{e.IntendedAt} {e.Key.Part}:{e.Key.Rule}#{e.Key.Ordinal} {e.Intent.GetType().Name} {e.Withheld}"),
    ];

    // Scores, phases and counts hold no ids.
    private static string StateShape(Relationship state) => StateText.Of(new
    {
        state.Contact,
        Lifecycle = state.Lifecycle is not { } lifecycle ? null : lifecycle with { Onboardings = [], Overlays = lifecycle.Overlays with { MergedInto = default } },
        Hires = state.Lifecycle?.Onboardings.Select(o => (o.Number, o.HiredAt, o.StartsOn, o.Status, o.OverAt, o.CheckIns.Length)).ToArray(),
        Candidate = state.Candidate is not { } person ? null : person with
        {
            Holds = person.Holds with { MergedInto = default },
            Attributes = [.. person.Attributes.Select(attribute => attribute with { Value = attribute.Value.IsNone ? default(AttributeValue) : $"{attribute.Value.Type}" })],
        },
        state.Engagement,
        state.Told,
        state.RulesPosition,
        state.NextChangeAt,
        state.WakeAt,
        Applications = state.Applications?.All.Select(a => (a.Stage, a.StageSince, a.SubmittedAt, a.Reopenings, a.Ending?.Disposition, a.Visits.Length)).ToArray(),
        Promises = state.Charter?.Promises.Select(p => (p.Key.Expectation, p.Key.Ordinal, p.State, p.DueAt)).ToArray(),
        Tasks = state.Tasks?.Open.Length,
        Retractions = (state.Retractions?.Events.Length, state.Retractions?.Batches.Length),
    });

    private static void Check(Func<(TimelineEvent[] Events, ActivationLog Log), bool, bool> holds) =>
        Prop.ForAll(Pasts.Any, Arb.From(Gen.Elements(true, false)), holds).Check(Tries.Of(60));
}
