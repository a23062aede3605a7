using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

public sealed class RequisitionEngineTests
{
    private static readonly PipelineKey[] Pipelines = [PipelineKey.From("standard")];
    private static readonly Actor Olga = Actor.Of(PersonId.From("olga"));
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    internal static Requisition Sample { get; } = new()
    {
        Id = RequisitionId.From("dev-12"),
        Openings = 3,
        Filled = 1,
        OpenedOn = new LocalDate(2026, 3, 2),
        TargetDate = new LocalDate(2026, 6, 30),
        Forecast = [new ExpectedOpenings(new LocalDate(2026, 9, 30), 2), new ExpectedOpenings(new LocalDate(2026, 12, 31), 1)],
        Family = RequisitionFamily.From("backend"),
        Pipeline = PipelineKey.From("standard"),
    };

    public static TheoryData<string, string, Func<Requisition, Requisition>> Faults => new()
    {
        { RequisitionFaultCodes.NameMissing, "Id", r => r with { Id = default } },
        { RequisitionFaultCodes.Changed, "Revision", r => r with { Revision = 4 } },
        { RequisitionFaultCodes.OpeningsNegative, "Openings", r => r with { Openings = -1 } },
        { RequisitionFaultCodes.FilledNegative, "Filled", r => r with { Filled = -1 } },
        { RequisitionFaultCodes.OpeningsBelowFilled, "Openings", r => r with { Openings = 0 } },
        { RequisitionFaultCodes.OpenedOnMissing, "OpenedOn", r => r with { OpenedOn = default } },
        { RequisitionFaultCodes.TargetBeforeOpening, "TargetDate", r => r with { TargetDate = new LocalDate(2026, 3, 1) } },
        { RequisitionFaultCodes.ForecastTooLong, "Forecast", r => r with { Forecast = [.. Enumerable.Range(0, 61).Select(i => new ExpectedOpenings(r.OpenedOn.PlusDays(i), 1))] } },
        { RequisitionFaultCodes.ForecastEmptyRow, "Forecast[1]", r => r with { Forecast = r.Forecast.SetItem(1, new ExpectedOpenings(r.Forecast[1].By, 0)) } },
        { RequisitionFaultCodes.ForecastBeforeOpening, "Forecast[0]", r => r with { Forecast = r.Forecast.SetItem(0, new ExpectedOpenings(new LocalDate(2026, 3, 1), 1)) } },
        { RequisitionFaultCodes.ForecastUnordered, "Forecast[1]", r => r with { Forecast = [r.Forecast[0], r.Forecast[0]] } },
        { RequisitionFaultCodes.PipelineUnknown, "Pipeline", r => r with { Pipeline = PipelineKey.From("other") } },
        { RequisitionFaultCodes.StatusByCommand, "Status", r => r with { Status = RequisitionStatus.Closed } },
        { RequisitionFaultCodes.StatusByCommand, "Status", r => r with { Status = (RequisitionStatus)42 } },
        { RequisitionFaultCodes.KeptByLibrary, "ClosedAt", r => r with { ClosedAt = Monday } },
        { RequisitionFaultCodes.KeptByLibrary, "CloseReason", r => r with { CloseReason = CloseReasons.Filled } },
        { RequisitionFaultCodes.KeptByLibrary, "ClosedBy", r => r with { ClosedBy = Olga } },
        { RequisitionFaultCodes.KeptByLibrary, "Closings", r => r with { Closings = 1 } },
        { RequisitionFaultCodes.KeptByLibrary, "ReopenedAt", r => r with { ReopenedAt = Monday } },
        { RequisitionFaultCodes.KeptByLibrary, "ReopenedBy", r => r with { ReopenedBy = Olga } },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Whatever_is_wrong_is_said_with_its_place_and_what_would_be_right(string code, string where, Func<Requisition, Requisition> spoil)
    {
        var fault = Assert.Single(RequisitionEngine.Review(spoil(Sample), stored: null, Pipelines));

        Assert.Equal((code, where), (fault.Code, fault.Where));
        Assert.EndsWith(".", fault.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.WouldBeRight, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_of_a_draft_is_tested_above_and_all_faults_are_said_at_once()
    {
        var codes = typeof(RequisitionFaultCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(
            codes.Except([RequisitionFaultCodes.Unknown, RequisitionFaultCodes.ReasonMissing]).Order(StringComparer.Ordinal),
            Faults.Select(row => (string)row[0]!).Distinct().Order(StringComparer.Ordinal));

        var worst = new Requisition { Id = default, Openings = -2, Filled = -1, OpenedOn = default, Pipeline = PipelineKey.From("x"), Closings = 3, Revision = 9, Status = (RequisitionStatus)9 };
        Assert.Equal(
            ["Id", "Revision", "Openings", "Filled", "OpenedOn", "Pipeline", "Status", "Closings"],
            RequisitionEngine.Review(worst, stored: null, Pipelines).Select(fault => fault.Where));
    }

    [Fact]
    public void A_pipeline_that_was_saved_once_may_be_gone_from_the_rules() =>
        Assert.Empty(RequisitionEngine.Review(Sample with { Revision = 1, Filled = 2 }, Sample with { Revision = 1 }, []));

    [Fact]
    public void A_closed_requisition_may_be_corrected_and_stays_closed()
    {
        var closed = RequisitionEngine.Close(Sample with { Revision = 1 }, CloseReasons.Filled, Olga, Monday);

        Assert.Empty(RequisitionEngine.Review(closed with { Filled = 3 }, closed, Pipelines));
        Assert.Equal(RequisitionFaultCodes.StatusByCommand, Assert.Single(RequisitionEngine.Review(closed with { Status = RequisitionStatus.OnHold }, closed, Pipelines)).Code);
    }

    [Fact]
    public void Closing_without_a_reason_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => RequisitionEngine.Close(Sample, default, Olga, Monday));

    [Fact]
    public void Any_way_of_closing_and_opening_ends_as_its_last_step_says_and_counts_each_closing_once() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Elements(true, false))), steps =>
        {
            var requisition = Sample;
            var (closings, isClosed, reason) = (0, false, default(ReasonCode));
            for (var i = 0; i < steps.Length; i++)
            {
                var at = Monday + Duration.FromHours(i);
                var before = requisition;
                requisition = steps[i] ? RequisitionEngine.Close(requisition, ReasonCode.From($"r-{i}"), Olga, at) : RequisitionEngine.Reopen(requisition, Olga, at);
                if (steps[i] == isClosed)
                {
                    Assert.Same(before, requisition);
                }

                reason = steps[i] && !isClosed ? ReasonCode.From($"r-{i}") : steps[i] ? reason : default;
                closings += steps[i] && !isClosed ? 1 : 0;
                isClosed = steps[i];
            }

            return requisition.Closings == closings && requisition.IsClosed == isClosed && requisition.CloseReason == reason
                && requisition.ClosedAt.HasValue == isClosed && RequisitionEngine.Review(requisition, requisition, Pipelines).IsEmpty;
        }).Check(Tries.Of());

    [Fact]
    public void Two_say_the_same_where_all_but_their_revisions_is_equal()
    {
        Assert.True(RequisitionEngine.SaysTheSame(Sample, Sample with { Revision = 7, Forecast = [.. Sample.Forecast] }));
        Assert.All(Faults.Where(row => !Equals(row[1], "Revision")), row => Assert.False(RequisitionEngine.SaysTheSame(Sample, ((Func<Requisition, Requisition>)row[2]!)(Sample))));
    }
}
