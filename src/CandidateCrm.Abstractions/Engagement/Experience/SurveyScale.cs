using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>
/// How an answer to a survey, told as a <see cref="CustomFact"/>, becomes a valence: <see cref="Worst"/> is -100, <see cref="Best"/> is 100, and in between it is a straight line;
/// answers beyond the scale are taken for its end, and noted as a finding, <c>survey.answer_off_scale</c>. An attribute <c>application</c> of the type code names the application.
/// </summary>
public sealed record SurveyScale
{
    /// <summary>Gets the code of the fact.</summary>
    /// <exception cref="ArgumentException">The code was never assigned.</exception>
    public required FactCode Fact { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A survey's fact"); }

    /// <summary>Gets the attribute that holds the answer, a number. A fact without it, or with another type of value, is no moment; the latter is noted as a finding, <c>survey.answer_invalid</c>.</summary>
    /// <exception cref="ArgumentException">The name was never assigned.</exception>
    public required FactCode Answer { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A survey's answer"); }

    /// <summary>Gets the answer that could not be worse: -1,000,000,000,000 to 1,000,000,000,000, with at most 9 decimal places.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside these bounds.</exception>
    public required decimal Worst { get; init => field = ScoreBounds.Checked(value, ExperienceBounds.Answer(value)); }

    /// <summary>Gets the answer that could not be better, within the same bounds; another one than <see cref="Worst"/>, and lower where a low answer is a good one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside these bounds.</exception>
    public required decimal Best { get; init => field = ScoreBounds.Checked(value, ExperienceBounds.Answer(value)); }

    private (decimal Least, decimal Most) Ends => Worst < Best ? (Worst, Best) : (Best, Worst);

    internal bool Holds(decimal answer) => answer >= Ends.Least && answer <= Ends.Most;

    /// <summary>Returns the valence of an answer, rounded half to even at 9 decimal places; 0 throughout where worst and best are the same.</summary>
    internal decimal ValenceOf(decimal answer)
    {
        var (least, most) = Ends;
        return Worst == Best ? 0 : decimal.Round((2 * ExperienceBounds.Extreme * (Math.Clamp(answer, least, most) - Worst) / (Best - Worst)) - ExperienceBounds.Extreme, ScoreBounds.Places);
    }
}
