using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// The engines of published models over one schema, made once each. They belong to the schema and not to whoever asks, because a subject may live no longer than a request; they go
/// with it, and with their definitions.
/// </summary>
internal sealed class FitEngines<T>
{
    private const string NoMembers =
        "A published model is asked about one candidate, and nobody says who is in a segment then: put what the segment asks for into this rule, or use FitEngine with memberships.";

    private static readonly ConditionalWeakTable<SegmentSchema<T>, FitEngines<T>> BySchema = [];
    private static readonly ImmutableDictionary<SegmentKey, SegmentRule?> NoSegments = ImmutableDictionary<SegmentKey, SegmentRule?>.Empty;

    private readonly SegmentSchema<T> _schema;
    private readonly ConditionalWeakTable<FitDefinition, FitEngine<T>> _ready = [];

    private FitEngines(SegmentSchema<T> schema) => _schema = schema;

    internal static FitEngines<T> Over(SegmentSchema<T> schema) => BySchema.GetValue(schema, static each => new FitEngines<T>(each));

    /// <summary>Lists what is wrong with the rules of a model.</summary>
    internal ImmutableArray<FitFault> RuleFaultsOf(FitDefinition definition, Instant at) => RuleFaults(FitJson.ReadRules(definition, _schema, TermsAt(at)));

    /// <summary>Returns the engine of a model, the same one until a justification that it relies on has ended.</summary>
    /// <exception cref="InvalidFitModelException">The model has faults; all of them are listed.</exception>
    internal FitEngine<T> Of(FitDefinition definition, Instant askedAt)
    {
        if (_ready.TryGetValue(definition, out var ready) && !(ready.JustifiedUntil <= askedAt))
        {
            return ready;
        }

        var rules = FitJson.ReadRules(definition, _schema, TermsAt(askedAt));
        var faults = FitReview.FaultsWith(definition, RuleFaults(rules));
        var engine = faults.IsEmpty
            ? new FitEngine<T>(FitJson.Model(definition, rules), criterion => SegmentPredicate<T>.OfReviewed(_schema, criterion.Rule))
            : throw new InvalidFitModelException(faults);
        _ready.AddOrUpdate(definition, engine);
        return engine;
    }

    // With no segments at all, each reference is found with its place.
    private static SegmentTerms TermsAt(Instant at) => new() { AsOf = at, Segments = NoSegments };

    private static ImmutableArray<FitFault> RuleFaults(ImmutableArray<SegmentReading> rules) =>
    [
        .. FitJson.RuleFaults(rules).Select(fault => fault.Code == SegmentFaultCodes.UnknownSegment ? fault with { Code = FitFaultCodes.SegmentReference, Sentence = NoMembers } : fault),
    ];
}
