using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules.Shapes;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Says what is wrong with one definition as far as that shows without the others.</summary>
internal static class DefinitionReview
{
    internal static IEnumerable<RulesFault> FaultsOf(Definition definition) =>
        definition.Content is RulesSettings settings
            ? settings.Announced.Where(name => !CanAnnounce(name)).Order(StringComparer.Ordinal).Select(Unknown)
            : RulesReview.FaultsOf(Alone(definition)).Where(fault => fault.Code is not (RulesFaultCodes.CalendarUnknown or FitFaultCodes.ScoreUnknown or ExperienceFaultCodes.AboutUnknown));

    internal static bool CanAnnounce(string name) => AnnouncementKeys.Announceable.Contains(name);

    private static RulesFault Unknown(string name) => new()
    {
        Code = RulesFaultCodes.AnnouncementUnknown,
        Where = $"{DefinitionKind.Settings} {RulesSettings.Key}: announced",
        Sentence = Suggestion.For("an event that can be announced", name, [.. AnnouncementKeys.Announceable.Order(StringComparer.Ordinal)]),
    };

    private static CrmRules Alone(Definition definition)
    {
        var rules = new CrmRules { Zone = DateTimeZone.Utc };
        return definition.Content switch
        {
            LifecycleDefinition lifecycle => rules with { Lifecycle = lifecycle },
            PipelineDefinition pipeline => rules with { Pipelines = [pipeline] },
            PublicStatusDefinition status => rules with { PublicStatus = status },
            DispositionTaxonomy dispositions => rules with { Dispositions = dispositions },
            Expectation expectation => rules with { Expectations = [expectation] },
            ScoringModel model => rules with { Scores = [model] },
            FitDefinition fit => rules with { Fits = [fit] },
            ExperienceModel experience => rules with { Experience = experience },
            _ => rules,
        };
    }
}
