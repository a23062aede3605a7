using CandidateCrm.Candidates;
using CandidateCrm.Json;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Timeline;

/// <summary>Compares what a CRM has on record of a candidate with what a replay of the facts and acts on record makes.</summary>
internal static class ReplayCheck
{
    private static readonly RelationshipEngine Engine = new();

    internal static Task EqualsReplayAsync(CrmUnderTest crm, CandidateId candidate) => EqualsReplayAsync(crm, candidate, TestRules.Log);

    internal static async Task EqualsReplayAsync(CrmUnderTest crm, CandidateId candidate, ActivationLog log)
    {
        var key = new RelationshipKey(Histories.Anna.Tenant, candidate);
        var now = crm.Clock.Now;
        var timeline = await crm.TimelineAsync(candidate);
        var replay = Engine.Replay(key, timeline, log, now);
        var stored = (await crm.Store.LoadAsync(RelationshipKeys.Of(key), default))[0];
        var settled = Engine.Advance(stored, now, log);
        Assert.Equal(StateText.Of(replay.Next), StateText.Of(settled.Next));

        var derived = timeline.Where(e => e.Class == EntryClass.Derived && !CorrectionNotice.Is(e)).Concat(settled.Derived).OrderBy(e => e.Place);
        Assert.Equal(replay.Derived.OrderBy(e => e.Place).Select(Line), derived.Select(Line));

        // What was handed over stays on record as the host saw it; what still waits is as the present past wants it.
        var made = (await crm.Store.ReadEffectsAsync(EffectQuery.Of(key), default)).Where(e => e.Made && !CorrectionNotice.Is(e.Effect)).ToArray();
        Assert.Equal(Keys(replay.Effects), Keys([.. made.Select(e => e.Effect), .. settled.Effects]));
        var waiting = made.Where(e => e.State == EffectState.Pending).Select(e => e.Effect).Concat(settled.Effects).ToArray();
        Assert.Equal(Texts(replay.Effects.Where(e => waiting.Any(w => w.Key == e.Key))), Texts(waiting));
    }

    /// <summary>All that an entry says: a list in its <c>ToString</c> is only the name of its type.</summary>
    internal static string Line(TimelineEvent e) => $"{e.OccurredAt} {e.Id} {EntryJson.Text(e.Entry)}";

    private static IEnumerable<string> Keys(IEnumerable<Effect> effects) => effects.Select(e => e.Key.ToString()).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(IEnumerable<Effect> effects) =>
        effects.Select(e => $"{e.Key} at {e.IntendedAt}: {e.Intent}").Order(StringComparer.Ordinal);
}
