using System.Collections.Immutable;
using CandidateCrm.Applications;
using NodaTime;

namespace GreenhouseBridge.Mapping;

/// <summary>What a company calls its things. Names are looked up as slugs: lower-case, with hyphens; see <see cref="Slug"/>.</summary>
internal sealed record GreenhouseOptions
{
    /// <summary>Gets the zone of the tenant's rules, for dates without a time.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Gets what kind of step the stages are, by the slug of the name; any other is <see cref="StageCategory.Other"/>. By default the stages that a new account has.</summary>
    public ImmutableDictionary<string, StageCategory> Stages { get; init; } = new Dictionary<string, StageCategory>
    {
        ["application-review"] = StageCategory.Applied,
        ["preliminary-phone-screen"] = StageCategory.Screen,
        ["recruiter-phone-screen"] = StageCategory.Screen,
        ["phone-interview"] = StageCategory.Interview,
        ["assessment"] = StageCategory.Assessment,
        ["take-home-test"] = StageCategory.Assessment,
        ["face-to-face"] = StageCategory.Interview,
        ["reference-check"] = StageCategory.Check,
        ["offer"] = StageCategory.Offer,
    }.ToImmutableDictionary();

    /// <summary>Gets how applications end, by the slug of the type of the rejection reason; any other is <see cref="Disposition.Rejected"/>.</summary>
    public ImmutableDictionary<string, Disposition> Dispositions { get; init; } = new Dictionary<string, Disposition>
    {
        ["we-rejected-them"] = Disposition.Rejected,
        ["they-rejected-us"] = Disposition.Withdrew,
    }.ToImmutableDictionary();

    /// <summary>Gets the tenant's own reason codes, by the slug of the rejection reason; any other keeps its slug.</summary>
    public ImmutableDictionary<string, ReasonCode> Reasons { get; init; } = ImmutableDictionary<string, ReasonCode>.Empty;

    /// <summary>Gets mappings of the host's own: for actions that are not known here, or in place of one that is.</summary>
    public ImmutableDictionary<string, ActionMapping> Actions { get; init; } = ImmutableDictionary<string, ActionMapping>.Empty;
}
