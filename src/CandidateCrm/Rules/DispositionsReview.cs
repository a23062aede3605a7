using CandidateCrm.Applications;

namespace CandidateCrm.Rules;

/// <summary>Says what is wrong with a disposition taxonomy.</summary>
internal static class DispositionsReview
{
    internal static IEnumerable<RulesFault> FaultsOf(DispositionTaxonomy? taxonomy)
    {
        if (taxonomy is null)
        {
            yield break;
        }

        var where = $"dispositions {taxonomy.Key}";
        if (!taxonomy.Key.IsAssigned)
        {
            yield return RulesReview.Unnamed(where);
        }

        foreach (var reason in taxonomy.Reasons)
        {
            if (!reason.Code.IsAssigned)
            {
                yield return RulesReview.Unnamed($"{where}, reason");
            }

            if (reason.Dispositions.IsDefaultOrEmpty || reason.Dispositions.Distinct().Count() != reason.Dispositions.Length || !reason.Dispositions.All(IsEnding))
            {
                yield return RulesReview.Fault(RulesFaultCodes.ReasonUnclear, $"{where}, reason {reason.Code}", "A reason belongs to at least one disposition, to each once, and never to a hire.");
            }
        }

        foreach (var disposition in taxonomy.NeedingReason.Where(disposition => !IsEnding(disposition) || !taxonomy.Reasons.Any(reason => reason.Dispositions.Contains(disposition))))
        {
            yield return RulesReview.Fault(RulesFaultCodes.ReasonsAbsent, where, $"The disposition {disposition} needs a reason, but none belongs to it. Add one, or take it out of those that need a reason.");
        }

        foreach (var fault in RulesReview.Twice($"{where}, reason", taxonomy.Reasons.Select(reason => reason.Code.ToString())))
        {
            yield return fault;
        }
    }

    private static bool IsEnding(Disposition disposition) => Enum.IsDefined(disposition) && disposition != Disposition.Hired;
}
