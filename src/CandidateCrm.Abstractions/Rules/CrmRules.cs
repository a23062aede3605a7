using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Segments;
using CandidateCrm.Talent;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>The rules of one tenant in one version: data only. What is not in them has no slice, no alarm and no cost.</summary>
public sealed record CrmRules
{
    /// <summary>Gets the tenant's zone: for dates without a time and for reports.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Gets the lifecycle; null for none.</summary>
    public LifecycleDefinition? Lifecycle { get; init; }

    /// <summary>Gets the pipelines. The first serves applications that name none.</summary>
    public ImmutableArray<PipelineDefinition> Pipelines { get; init; } = [];

    /// <summary>Gets why applications end; null where any reason will do.</summary>
    public DispositionTaxonomy? Dispositions { get; init; }

    /// <summary>Gets what candidates see of their applications; null for nothing.</summary>
    public PublicStatusDefinition? PublicStatus { get; init; }

    /// <summary>Gets how several applications of one person go together when some are refused.</summary>
    public RefusalPolicy Refusals { get; init; } = RefusalPolicy.Default;

    /// <summary>Gets what makes somebody ready to be hired if an opening came.</summary>
    public ReadinessPolicy Readiness { get; init; } = ReadinessPolicy.Default;

    /// <summary>Gets the working calendars.</summary>
    public ImmutableArray<WorkingCalendar> Calendars { get; init; } = [];

    /// <summary>
    /// Gets the zones that the rules use, written out when they were published: hours and dates are meant by these, on every machine and for ever.
    /// Publishing writes them anew, whatever a draft has here; rules that were never published have none, and follow the zone data in use.
    /// </summary>
    public ImmutableArray<ZoneTable> Zones { get; init; } = [];

    /// <summary>Gets the charter's expectations.</summary>
    public ImmutableArray<Expectation> Expectations { get; init; } = [];

    /// <summary>Gets the scoring models.</summary>
    public ImmutableArray<ScoringModel> Scores { get; init; } = [];

    /// <summary>Gets the models of fit. Nothing of them is kept with a relationship: they are asked.</summary>
    public ImmutableArray<FitDefinition> Fits { get; init; } = [];

    /// <summary>Gets how good or bad moments are; null for <see cref="ExperienceModel.Default"/>.</summary>
    public ExperienceModel? Experience { get; init; }

    /// <summary>Gets the attributes that the host tells and segment rules may use: at most 100.</summary>
    public ImmutableArray<AttributeDefinition> Attributes { get; init; } = [];

    /// <summary>Gets the saved segments: at most 1,000.</summary>
    public ImmutableArray<SegmentDefinition> Segments { get; init; } = [];

    /// <summary>Gets the wire names of derived events that handlers are to see.</summary>
    public ImmutableSortedSet<string> Announced { get; init; } = ImmutableSortedSet<string>.Empty;
}
