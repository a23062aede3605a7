using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Engagement;

namespace CandidateCrm.Rules;

/// <summary>Says which rules of a model of experience are about something that the tenant's rules do not have.</summary>
internal static class ExperienceSubjects
{
    private static readonly ImmutableArray<MomentKind> OfPromises = [MomentKinds.PromiseKept, MomentKinds.PromiseBroken, MomentKinds.SilentDeadline];

    internal static IEnumerable<ExperienceFault> FaultsOf(ExperienceModel model, CrmRules rules)
    {
        for (var i = 0; i < model.Moments.Length; i++)
        {
            var about = model.Moments[i].About;
            if (about.IsAssigned && Known(model.Moments[i].Kind, rules) is var (what, known) && !known.Contains(about.Value, StringComparer.Ordinal))
            {
                yield return new ExperienceFault
                {
                    Code = ExperienceFaultCodes.AboutUnknown,
                    Where = FormattableString.Invariant($"moments[{i}]"),
                    Sentence = $"These rules have no {what} {about}, so that this rule never counts. Known are {RulesReview.List(known)}.",
                };
            }
        }
    }

    /// <summary>Returns what moments of a kind can be about; null where the rules do not say: without a taxonomy any reason will do, and for taking back an offer always.</summary>
    private static (string What, IReadOnlyList<string> Known)? Known(MomentKind kind, CrmRules rules)
    {
        if (OfPromises.Contains(kind))
        {
            return ("expectation", [.. rules.Expectations.Select(expectation => expectation.Key.ToString())]);
        }

        Disposition? ending = kind == MomentKinds.Rejected ? Disposition.Rejected : kind == MomentKinds.PositionClosed ? Disposition.PositionClosed : null;
        return ending is { } disposition && rules.Dispositions is { } taxonomy
            ? ($"reason for {disposition}", [.. taxonomy.Reasons.Where(reason => reason.Dispositions.Contains(disposition)).Select(reason => reason.Code.ToString())])
            : null;
    }
}
