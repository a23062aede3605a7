using CandidateCrm.Rules;
using CandidateCrm.Segments.Reading;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>The fields and segments of a tenant's rules at an instant.</summary>
internal sealed class SegmentsInForce(CrmRules rules, Instant at)
{
    internal Instant At => at;

    internal DateTimeZone Zone => rules.Zone;

    internal SegmentSchema<CandidateView> Schema { get; } = RelationshipSchema.Of(rules);

    internal TenantSegments Segments { get; } = TenantSegments.Of(rules);

    internal SegmentTerms Terms => new() { AsOf = at, Segments = Segments.Rules };

    /// <summary>Makes a rule ready.</summary>
    /// <exception cref="InvalidSegmentException">The rule has faults.</exception>
    internal SegmentPredicate<CandidateView> Compile(SegmentRule rule) => Schema.Compile(rule, Terms);

    /// <summary>Returns the rule of a segment; null for one without a rule.</summary>
    /// <exception cref="InvalidSegmentException">There is no such segment, or a justification of a proxy that it uses ended.</exception>
    internal SegmentPredicate<CandidateView>? Compile(SegmentKey key)
    {
        if (Segments.Find(key) is not { } segment)
        {
            var notes = new FaultNotes();
            notes.Unknown(SegmentFaultCodes.UnknownSegment, new RawName(key.ToString(), new Spot(string.Empty)), "a segment", References.Known(Terms));
            throw new InvalidSegmentException(notes.All);
        }

        return segment.Predicate is { } predicate ? SegmentPredicate<CandidateView>.Of(Schema, predicate.Rule, Terms with { SavedAs = key }) : null;
    }

    /// <summary>Says whether a rule, or one that it refers to, asks for what stands only on the timeline. Of a segment whose membership is stored no rule is asked.</summary>
    internal bool NeedsTimeline(SegmentPredicate<CandidateView>? predicate)
    {
        var met = new HashSet<SegmentKey>();
        return predicate is not null && Needs(predicate);

        bool Needs(SegmentPredicate<CandidateView> rule) =>
            TenantSegments.SourcesOf(rule.Rule, Schema).HasFlag(FieldSources.Timeline)
            || rule.References.Any(key => met.Add(key) && Segments.Find(key) is { IsStored: false, Predicate: { } other } && Needs(other));
    }
}
