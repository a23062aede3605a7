using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>
/// How moments become an experience: weights of peak, end and mean, and how good or bad the moments are that a timeline tells of. People remember the strongest moment and the
/// last one, and hardly how long anything took; so the mean weighs nothing by default. Weights add up to 1 at most where a model is published, read or asked with, so that an experience is -100 to 100; <c>ExperienceEngine</c> takes any. Data, so that a tenant can publish it.
/// </summary>
public sealed record ExperienceModel
{
    /// <summary>Gets the model of hosts that have none of their own, named <c>default</c>. Its reasons: what was broken weighs twice what was kept, silence weighs more than a late answer, and a refusal hurts less than to be left without one.</summary>
    public static ExperienceModel Default { get; } = new()
    {
        Key = ExperienceKey.From("default"),
        Moments =
        [
            new MomentRule { Kind = MomentKinds.PromiseKept, Valence = 20 },
            new MomentRule { Kind = MomentKinds.PromiseBroken, Valence = -40 },
            new MomentRule { Kind = MomentKinds.SilentDeadline, Valence = -60 },
            new MomentRule { Kind = MomentKinds.Hired, Valence = 80 },
            new MomentRule { Kind = MomentKinds.OfferMade, Valence = 60 },
            new MomentRule { Kind = MomentKinds.OfferWithdrawn, Valence = -80 },
            new MomentRule { Kind = MomentKinds.Rejected, Valence = -30 },
            new MomentRule { Kind = MomentKinds.PositionClosed, Valence = -30 },
        ],
        Surveys = [new SurveyScale { Fact = FactCode.From("survey.answered"), Answer = FactCode.From("rating"), Worst = 1, Best = 5 }],
    };

    /// <summary>Gets the name; <c>experience</c> where none is given, which is not that of <see cref="Default"/>. A tenant has one model.</summary>
    /// <exception cref="ArgumentException">The key was never assigned.</exception>
    public ExperienceKey Key { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A model's key"); } = ExperienceKey.From("experience");

    /// <summary>Gets the version, 1 or more; 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is less than 1.</exception>
    public int Version { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Version(value)); } = 1;

    /// <summary>Gets what the strongest moment weighs: 0 to 1; one half by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight lies outside these bounds, or has more than 9 decimal places.</exception>
    public decimal PeakWeight { get; init => field = ScoreBounds.Checked(value, ExperienceBounds.Weight(value)); } = 0.5m;

    /// <summary>Gets what the last moment weighs: 0 to 1; one half by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight lies outside these bounds, or has more than 9 decimal places.</exception>
    public decimal EndWeight { get; init => field = ScoreBounds.Checked(value, ExperienceBounds.Weight(value)); } = 0.5m;

    /// <summary>Gets what the mean of all moments weighs: 0 to 1; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight lies outside these bounds, or has more than 9 decimal places.</exception>
    public decimal MeanWeight { get; init => field = ScoreBounds.Checked(value, ExperienceBounds.Weight(value)); }

    /// <summary>Gets how good or bad the moments of a timeline are; a kind that no rule names is none. Of two rules that say the same kind and the same about it the first counts.</summary>
    public ImmutableArray<MomentRule> Moments { get; init => field = ScoreBounds.Listed(value); } = [];

    /// <summary>Gets which custom facts are answers to surveys; of two that fit a fact the first counts. Scales that are given here stand instead of those of <see cref="Default"/>, not beside them; so do rules.</summary>
    public ImmutableArray<SurveyScale> Surveys { get; init => field = ScoreBounds.Listed(value); } = [];

    /// <summary>Returns the valence of a moment of a timeline; null where it does not count.</summary>
    internal decimal? ValenceOf(MomentKind kind, FactCode about) =>
        (Moments.FirstOrDefault(rule => rule.Kind == kind && about.IsAssigned && rule.About == about) ?? Moments.FirstOrDefault(rule => rule.Kind == kind && !rule.About.IsAssigned))?.Valence;
}
