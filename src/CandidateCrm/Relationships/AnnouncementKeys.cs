using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>How announcements are named: by what changed and its number, never by when or why.</summary>
internal static class AnnouncementKeys
{
    private const string Whole = "*";

    internal static EffectKey? Of(IDerivedEvent derived) => derived switch
    {
        PhaseChanged phase => new EffectKey("lifecycle", Whole, phase.Ordinal, "announce.phase_changed"),
        BandChanged band => new EffectKey(band.Score.Value, Whole, band.Ordinal, "announce.band_changed"),
        PromiseOpened opened => Promise(opened.Promise, "announce.promise_opened"),
        PromiseKept kept => Promise(kept.Promise, "announce.promise_kept"),
        PromiseBroken broken => Promise(broken.Promise, "announce.promise_broken"),
        PromiseFulfilledLate late => Promise(late.Promise, "announce.promise_fulfilled_late"),
        PromiseVoided ended => Promise(ended.Promise, "announce.promise_voided"),
        _ => null,
    };

    /// <summary>Gets the wire names of the events that can be announced.</summary>
    internal static IReadOnlySet<string> Announceable { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        EntryTypes.NameOf(typeof(PhaseChanged)),
        EntryTypes.NameOf(typeof(BandChanged)),
        EntryTypes.NameOf(typeof(PromiseOpened)),
        EntryTypes.NameOf(typeof(PromiseKept)),
        EntryTypes.NameOf(typeof(PromiseBroken)),
        EntryTypes.NameOf(typeof(PromiseFulfilledLate)),
        EntryTypes.NameOf(typeof(PromiseVoided)),
    };

    private static EffectKey Promise(PromiseKey key, string part) => new(key.Expectation.Value, key.Subject, key.Ordinal, part);
}
