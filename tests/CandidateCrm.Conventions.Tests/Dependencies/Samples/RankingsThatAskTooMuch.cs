using CandidateCrm.Engagement;

namespace CandidateCrm.Talent;

// Breaks the rule of experiences on purpose: what its test must find.
internal sealed class RanksByExperience
{
    public static decimal Rank(IEnumerable<ExperienceMoment> moments) => new ExperienceEngine().Summarize(moments).Score ?? 0;
}
