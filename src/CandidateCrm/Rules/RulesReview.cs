using System.Collections.Immutable;
using CandidateCrm.Calendars;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;

namespace CandidateCrm.Rules;

/// <summary>Says everything that is wrong with rules, at once.</summary>
public static class RulesReview
{
    /// <summary>Returns every fault, in the order of the rules; none where they are right.</summary>
    public static ImmutableArray<RulesFault> FaultsOf(CrmRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return
        [
            .. LifecycleFaults(rules),
            .. PipelineReview.FaultsOf(rules.Pipelines),
            .. DispositionsReview.FaultsOf(rules.Dispositions),
            .. rules.PublicStatus is { } status ? PublicStatusReview.FaultsOf(status) : [],
            .. Twice("calendar", rules.Calendars.Select(c => c.Key.Value)),
            .. rules.Calendars.ReviewLayers().Select(f => Fault(f.Code, "calendars", f.Sentence)),
            .. Twice("zone", rules.Zones.Select(table => table.Key)),
            .. ExpectationsReview.FaultsOf(rules),
            .. ScoreFaults(rules),
            .. FitFaults(rules),
            .. rules.Experience is { } experience ? ExperienceReview.FaultsOf(experience).Concat(ExperienceSubjects.FaultsOf(experience, rules)).Select(f => Fault(f.Code, $"experience {experience.Key}: {f.Where}", f.Sentence)) : [],
            .. AttributesReview.FaultsOf(rules),
            .. SegmentsReview.FaultsOf(rules),
            .. rules.Announced.Where(name => !AnnouncementKeys.Announceable.Contains(name)).Select(name => Fault(
                RulesFaultCodes.AnnouncementUnknown, $"announcement {name}", $"No such event can be announced. Known are {string.Join(", ", AnnouncementKeys.Announceable.Order(StringComparer.Ordinal))}.")),
        ];
    }

    private static IEnumerable<RulesFault> LifecycleFaults(CrmRules rules) =>
        rules.Lifecycle is { } lifecycle
            ? LifecycleReview.FaultsOf(lifecycle).Select(f => Fault(f.Code, $"lifecycle {lifecycle.Key}", f.Sentence))
            : [];

    private static IEnumerable<RulesFault> ScoreFaults(CrmRules rules) =>
        rules.Scores.SelectMany(model => ScoringModelReview.FaultsOf(model).Select(f => Fault(f.Code, $"score {model.Key}: {f.Where}", f.Sentence)))
            .Concat(Twice("score", rules.Scores.Select(s => s.Key.Value)));

    private static IEnumerable<RulesFault> FitFaults(CrmRules rules) =>
        rules.Fits.SelectMany(model => FitReview.FaultsOf(model, rules.Scores).Select(f => Fault(f.Code, $"fit {model.Key}: {f.Where}", f.Sentence)))
            .Concat(Twice("fit", rules.Fits.Select(model => model.Key.Value)));

    internal static IEnumerable<RulesFault> Twice(string what, IEnumerable<string> keys) =>
        keys.GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => Fault(RulesFaultCodes.KeyTwice, $"{what} {g.Key}", $"A key names one definition, but this one names {g.Count()}."));

    internal static RulesFault Unnamed(string where) => Fault(RulesFaultCodes.KeyUnassigned, where, "A definition has a key; this one was never given one.");

    internal static string List(IEnumerable<string> keys) => string.Join(", ", keys.Order(StringComparer.Ordinal).DefaultIfEmpty("none"));

    internal static RulesFault Fault(string code, string where, string sentence) => new() { Code = code, Where = where, Sentence = sentence };
}
