namespace CandidateCrm.Conventions.Dependencies;

/// <summary>
/// An experience is for repairing a relationship. Whoever had a bad one is owed more, not less: nothing that ranks, matches or finds candidates may know of it, so nothing but the
/// experience itself and the handle that a host asks for it does.
/// </summary>
public sealed class ExperienceTests
{
    private static readonly string[] Words =
    [
        "IExperience", "CandidateExperience", "ApplicationExperience", "ExperienceSummary", "ExperienceTerm", "ExperienceTermKind", "ExperienceMoment", "ExperienceModel", "ExperienceBounds", "ExperienceEngine",
        "ExperienceKey", "ExperienceFault", "ExperienceFaultCodes", "ExperienceReview", "ExperienceService", "ExperienceMomentReader", "ExperienceModelJson", "ExperienceModelReading", "ExperienceSummaryJson", "InvalidExperienceModelException", "MomentKind", "MomentKinds", "MomentRule", "SurveyScale", "ExperienceOutcomes", "SurveyAnswers",
    ];

    // The handle of a tenant hands the questions out and asks none; its rules hold the model as they hold every definition, and read it for nobody. The timeline reports answers that a scale cannot read, and keeps nothing of them.
    private static readonly string[] Handles =
    [
        "ITenantCrm", "TenantCrm", "Crm",
        "CrmRules", "CrmRulesBuilder", "Definition", "DefinitionReview", "DefinitionShapes", "ExperienceShape", "ExperienceSubjects", "RulesAssembly", "RulesOrder", "RulesReview",
        "TimelineReaction",
    ];

    private static readonly Type[] Library = [.. Repository.Packages.SelectMany(package => package.Assembly.GetTypes())];

    [Fact]
    public void Nothing_that_ranks_candidates_knows_of_an_experience() => Convention.Holds("experience", Faults(Library));

    [Fact]
    public void Every_word_of_it_is_looked_for() =>
        Assert.Equal(
            Words.Order(StringComparer.Ordinal),
            Library.Where(type => type.Namespace == "CandidateCrm.Engagement" && !type.IsNested && (type.Name.Contains("Experience", StringComparison.Ordinal) || type.Name.StartsWith("Moment", StringComparison.Ordinal) || type.Name.StartsWith("Survey", StringComparison.Ordinal)))
                .Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_ranking_that_asks_for_it_is_found() => Assert.NotEmpty(Faults([typeof(Talent.RanksByExperience)]));

    private static IEnumerable<Fault> Faults(IEnumerable<Type> types) =>
        from type in types
        where !Words.Contains(Outermost(type).Name.Split('`')[0]) && !Handles.Contains(Outermost(type).Name)
        from pair in UsedTypes.Of(type)
        where IsWord(Outermost(pair.Used))
        select new Fault("experience", $"{type.FullName} uses {pair.Used.FullName}", $"An experience is never an input to ranking candidates, and whoever else needs one asks the tenant's handle (in {pair.Member}).");

    private static bool IsWord(Type type) => type.Namespace == "CandidateCrm.Engagement" && Words.Contains(type.Name);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
