using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Summarizes moments by their peak and their end: pure, whatever their order.</summary>
public sealed class ExperienceEngine
{
    private readonly ExperienceModel _model;

    /// <summary>Prepares a model, <see cref="ExperienceModel.Default"/> where none is given; only its weights matter here.</summary>
    public ExperienceEngine(ExperienceModel? model = null) => _model = model ?? ExperienceModel.Default;

    /// <summary>
    /// Summarizes moments up to and with an instant, all of them where none is given. The peak is the moment with the largest valence to either side: of equals the negative one, then the later, then the one
    /// with the higher id. The end is the latest, of two at one instant the one with the higher id.
    /// </summary>
    /// <exception cref="ArgumentException">One id has two contents.</exception>
    public ExperienceSummary Summarize(IEnumerable<ExperienceMoment> moments, Instant? at = null)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var seen = new Dictionary<EventId, ExperienceMoment>();
        var (repeated, later) = (0, 0);
        foreach (var moment in moments)
        {
            ArgumentNullException.ThrowIfNull(moment, nameof(moments));
            if (!seen.TryAdd(moment.Id, moment))
            {
                repeated += seen[moment.Id] == moment ? 1 : throw new ArgumentException($"The id {moment.Id} has two contents: a moment is told once, and again only as it was.", nameof(moments));
            }
            else if (moment.At > at)
            {
                later++;
            }
        }

        ExperienceMoment[] counted = [.. seen.Values.Where(moment => !(moment.At > at))];
        return Summary(counted) with { RepeatedId = repeated, AfterInstant = later };
    }

    private ExperienceSummary Summary(ExperienceMoment[] counted)
    {
        if (counted.Length == 0)
        {
            return new ExperienceSummary { Terms = [], Count = 0 };
        }

        var peak = Highest(counted, moment => Math.Abs(moment.Valence), moment => -moment.Valence);
        var end = Highest(counted, _ => 0, _ => 0);
        var mean = decimal.Round(counted.Sum(moment => moment.Valence) / counted.Length, ScoreBounds.Places, MidpointRounding.ToEven);
        ImmutableArray<ExperienceTerm> terms =
        [
            Term(ExperienceTermKind.Peak, _model.PeakWeight, peak.Valence, peak),
            Term(ExperienceTermKind.End, _model.EndWeight, end.Valence, end),
            Term(ExperienceTermKind.Mean, _model.MeanWeight, mean, null),
        ];
        return new ExperienceSummary
        {
            Score = terms.Sum(term => term.Amount),
            Terms = terms,
            Worst = Highest(counted, moment => -moment.Valence, _ => 0),
            Best = Highest(counted, moment => moment.Valence, _ => 0),
            Count = counted.Length,
        };
    }

    private static ExperienceTerm Term(ExperienceTermKind kind, decimal weight, decimal valence, ExperienceMoment? moment) =>
        new() { Kind = kind, Weight = weight, Valence = valence, Amount = weight * valence, Moment = moment };

    /// <summary>Returns the highest by two measures, then the latest, then the one with the higher id.</summary>
    private static ExperienceMoment Highest(ExperienceMoment[] moments, Func<ExperienceMoment, decimal> first, Func<ExperienceMoment, decimal> second) =>
        moments.OrderBy(first).ThenBy(second).ThenBy(moment => moment.At).ThenBy(moment => moment.Id.Value, StringComparer.Ordinal).Last();
}
