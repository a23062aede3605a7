using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using static CandidateCrm.Calendars.DaysOfWeek;

namespace Quickstart.Import;

/// <summary>The rules that a log is read under: its own stages, and two promises to hold it against.</summary>
internal static class ImportRules
{
    internal static void Write(CrmRulesBuilder rules, ImportMap map)
    {
        var office = CalendarKey.From("office");
        rules
            .In(map.Zone.Id)
            .Lifecycle()
            .Pipeline(new PipelineDefinition
            {
                Key = PipelineKey.From("log"),
                Stages = [.. Stages(map)],
            })
            .Calendar(WorkingCalendar.In(map.Zone.Id).Named(office).Open(Weekdays, "09:00-17:00").Build())
            .Expect(StandardExpectations.AcknowledgeApplication(office, Limit.BusinessDays(1)) with { KeptBy = Answered })
            .Expect(StandardExpectations.DecideApplication(office, Limit.BusinessDays(5)));
    }

    // A log of steps knows no messages: the first step stands for the answer that came with it.
    private static FactPattern Answered => FactPattern.Of<StageEntered>().Or<InterviewHeld>().Or<OfferMade>().Or<ApplicationEnded>().Or<CandidateHired>();

    private static IEnumerable<Stage> Stages(ImportMap map) =>
        map.Stages.Select(rule => new Stage { Key = rule.Step, Name = rule.Activity })
            .DefaultIfEmpty(new Stage { Key = StageKey.From("imported"), Name = "Imported" });
}
