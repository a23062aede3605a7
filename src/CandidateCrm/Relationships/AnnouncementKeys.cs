using System.Collections.Frozen;
using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>How announcements are named: by what changed and its number, never by when or why. What has no row cannot be announced.</summary>
internal static class AnnouncementKeys
{
    private const string Whole = "*";

    private static readonly FrozenDictionary<Type, Func<IDerivedEvent, EffectKey>> ByType = new Dictionary<Type, Func<IDerivedEvent, EffectKey>>
    {
        [typeof(PhaseChanged)] = e => new EffectKey("lifecycle", Whole, ((PhaseChanged)e).Ordinal, "announce.phase_changed"),
        [typeof(PastCorrected)] = e => new EffectKey("timeline", Whole, ((PastCorrected)e).Ordinal, "announce.past_corrected"),
        [typeof(BandChanged)] = e => new EffectKey(((BandChanged)e).Score.Value, Whole, ((BandChanged)e).Ordinal, "announce.band_changed"),
        [typeof(PublicStatusChanged)] = e => new EffectKey("public-status", ((PublicStatusChanged)e).Application.Value, ((PublicStatusChanged)e).Ordinal, "announce.public_status_changed"),
        [typeof(PromiseOpened)] = e => Of(((PromiseOpened)e).Promise, "announce.promise_opened"),
        [typeof(PromiseKept)] = e => Of(((PromiseKept)e).Promise, "announce.promise_kept"),
        [typeof(PromiseBroken)] = e => Of(((PromiseBroken)e).Promise, "announce.promise_broken"),
        [typeof(PromiseFulfilledLate)] = e => Of(((PromiseFulfilledLate)e).Promise, "announce.promise_fulfilled_late"),
        [typeof(PromiseVoided)] = e => Of(((PromiseVoided)e).Promise, "announce.promise_voided"),
    }.ToFrozenDictionary();

    /// <summary>Gets the wire names of the events that can be announced.</summary>
    internal static IReadOnlySet<string> Announceable { get; } = ByType.Keys.Select(EntryTypes.NameOf).ToFrozenSet(StringComparer.Ordinal);

    internal static EffectKey? Of(IDerivedEvent derived) => ByType.TryGetValue(derived.GetType(), out var key) ? key(derived) : null;

    private static EffectKey Of(PromiseKey key, string part) => new(key.Expectation.Value, key.Subject, key.Ordinal, part);
}
