using CandidateCrm.Applications;
using CandidateCrm.Audit;
using CandidateCrm.Engagement;
using CandidateCrm.Segments;
using CandidateCrm.Talent;
using CandidateCrm.Timeline;

namespace CandidateCrm.Conventions.Names;

public sealed class NameTests
{
    private const string Page = """
        | name | version | type | when |
        |---|---|---|---|
        | `sample.first_happened` | 1 | `First` | always |
        """;

    [Fact]
    public void Every_event_is_documented_under_its_wire_name_and_nothing_else_is() =>
        Convention.Holds(NameRules.Events(Repository.Packages.SelectMany(package => package.Assembly.GetTypes()), Repository.Read("docs/events.md")));

    [Fact]
    public void Every_telemetry_name_is_documented_and_nothing_else_is() =>
        Convention.Holds(NameRules.Telemetry(typeof(CrmTelemetry), Repository.Read("docs/telemetry.md")));

    [Fact]
    public void Every_answer_to_why_not_and_every_finding_is_documented_and_nothing_else_is() =>
        Convention.Holds(NameRules.Codes([typeof(WhyNotCodes), typeof(FindingCodes)], "docs/diagnosing.md", Repository.Read("docs/diagnosing.md")));

    [Fact]
    public void Every_obstacle_to_readiness_is_on_its_page() =>
        Convention.Holds(NameRules.Codes([typeof(ReadinessCodes)], "docs/talent.md", Repository.Read("docs/talent.md")));

    [Fact]
    public void Every_fault_of_a_requisition_is_on_its_page() =>
        Convention.Holds(NameRules.Codes([typeof(RequisitionFaultCodes)], "docs/requisitions.md", Repository.Read("docs/requisitions.md")));

    [Fact]
    public void Every_fault_of_a_segment_rule_is_on_its_page() =>
        Convention.Holds(NameRules.Codes([typeof(SegmentFaultCodes)], "docs/segments.md", Repository.Read("docs/segments.md")));

    [Fact]
    public void Every_fault_of_a_model_of_fit_is_on_its_page() =>
        Convention.Holds(NameRules.Codes([typeof(FitFaultCodes)], "docs/fit.md", Repository.Read("docs/fit.md")));

    [Fact]
    public void The_source_and_the_meter_bear_the_name_of_the_library()
    {
        Assert.Equal("CandidateCrm", CrmTelemetry.ActivitySourceName);
        Assert.Equal("CandidateCrm", CrmTelemetry.MeterName);
    }

    [Fact]
    public void A_documented_event_passes() => Assert.Empty(NameRules.Events([typeof(First), typeof(NameTests)], Page));

    [Fact]
    public void An_event_that_the_page_lacks_or_lists_in_vain_is_found()
    {
        Assert.Contains("lacks the row", Assert.Single(NameRules.Events([typeof(First)], "")), StringComparison.Ordinal);
        Assert.Contains("no type bears", Assert.Single(NameRules.Events([], Page)), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_is_another_row() =>
        Assert.Equal(2, NameRules.Events([typeof(First)], Page.Replace("| 1 |", "| 2 |", StringComparison.Ordinal)).Count());

    [Fact]
    public void A_name_that_is_ill_formed_or_taken_is_found()
    {
        var faults = NameRules.Events([typeof(First), typeof(Namesake), typeof(Shouting)], Page).ToList();

        Assert.Contains(faults, fault => fault.Contains("«Sample.Happened» is not", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("First and Namesake", StringComparison.Ordinal));
    }

    [Fact]
    public void A_telemetry_name_that_the_page_lacks_or_lists_in_vain_is_found()
    {
        Assert.Contains("lacks", Assert.Single(NameRules.Telemetry(typeof(Telemetry), "")), StringComparison.Ordinal);
        Assert.Contains("no constant", Assert.Single(NameRules.Telemetry(typeof(Telemetry), "| `Alarms` | `crm.alarms` |\n| `Gone` | `crm.gone` |")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_the_page_lacks_or_lists_in_vain_is_found()
    {
        Assert.Empty(NameRules.Codes([typeof(Telemetry)], "a.md", "| `crm.alarms` | always |\n| `Other` | no code |"));
        Assert.Contains("lacks", Assert.Single(NameRules.Codes([typeof(Telemetry)], "a.md", "")), StringComparison.Ordinal);
        Assert.Contains("`crm.gone`, which is no code", Assert.Single(NameRules.Codes([typeof(Telemetry)], "a.md", "It is `crm.alarms`.\n| `crm.gone` | never |")), StringComparison.Ordinal);
    }

    [WireName("sample.first_happened")]
    private sealed record First;

    [WireName("sample.first_happened")]
    private sealed record Namesake;

    [WireName("Sample.Happened", Version = 3)]
    private sealed record Shouting;

    private static class Telemetry
    {
        public const string Alarms = "crm.alarms";
    }
}
