using System.Collections.Immutable;
using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>
/// Makes histories that could have happened: applications are submitted before they move, end once, and may be re-opened or hired;
/// messages go both ways; some facts share an instant, some are told twice.
/// </summary>
public static class HistoryGenerator
{
    /// <summary>Returns the facts of a plan, in the order of telling: of happening, unless the plan says shuffled.</summary>
    public static ImmutableArray<HostFact> Generate(HistoryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var random = new RepeatableRandom(plan.Seed);
        var walk = new HistoryWalk(plan, random);
        var facts = new List<HostFact>(plan.Facts + (plan.Facts / 8));
        for (var i = 0; i < plan.Facts; i++)
        {
            facts.Add(walk.Next(i));
            if (plan.RepetitionOneIn > 0 && random.OneIn(plan.RepetitionOneIn))
            {
                facts.Add(facts[random.Next(facts.Count)]);
            }
        }

        var told = facts.ToArray();
        if (plan.Shuffled)
        {
            random.Shuffle<HostFact>(told);
        }

        return [.. told];
    }

    /// <summary>Returns the facts of a plan as events, recorded when they happened.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="tenant">The tenant; <see cref="TenantId.Single"/> where none is given.</param>
    public static ImmutableArray<TimelineEvent> GenerateEvents(HistoryPlan plan, TenantId tenant = default) =>
        [.. Generate(plan).Select(f => f.ToEvent(tenant.IsAssigned ? tenant : TenantId.Single, f.OccurredAt, DateTimeZone.Utc))];

    /// <summary>One candidate's way through applications and messages.</summary>
    private sealed class HistoryWalk(HistoryPlan plan, RepeatableRandom random)
    {
        private readonly CandidateId _candidate = CandidateId.From(plan.Candidate ?? string.Create(CultureInfo.InvariantCulture, $"candidate-{plan.Seed}"));
        private readonly List<JobApplicationId> _live = [];
        private readonly List<JobApplicationId> _ended = [];
        private readonly long _span = Duration.FromDays(plan.Days).BclCompatibleTicks / 10;
        private long _micros;
        private int _order;
        private int _applications;

        internal HostFact Next(int number)
        {
            var collides = number > 0 && plan.CollisionOneIn > 0 && random.OneIn(plan.CollisionOneIn);
            if (!collides && number > 0)
            {
                // The rest of the time is shared evenly among the rest of the facts, give or take.
                var step = Math.Max(1, (_span - _micros) / (plan.Facts - number));
                _micros = Math.Min(_span, _micros + 1 + (long)Math.BigMul(random.NextBits(), (ulong)((2 * step) - 1), out _));
            }

            _order = collides ? _order + 1 : 0;
            return new HostFact
            {
                Candidate = _candidate,
                EventId = EventId.From(string.Create(CultureInfo.InvariantCulture, $"{_candidate}:{number}")),
                OccurredAt = plan.Start + Duration.FromTicks(_micros * 10),
                SourceOrder = _order,
                Fact = Fact(number),
            };
        }

        private IFact Fact(int number) => random.Next(10) switch
        {
            _ when number == 0 => new CandidateFound { Source = SourceCode.From("careers-site") },
            0 or 1 => Submit(),
            2 or 3 when _live.Count > 0 => new StageEntered { Application = OneOf(_live), Stage = StageKey.From(plan.Stages[random.Next(plan.Stages.Count)]) },
            4 when _live.Count > 0 => new InterviewHeld { Application = OneOf(_live), Interview = InterviewId.From(string.Create(CultureInfo.InvariantCulture, $"{number}")) },
            5 when _live.Count > 0 => End(),
            6 when _ended.Count > 0 => Reopen(),
            _ => Message(),
        };

        private ApplicationSubmitted Submit()
        {
            var application = JobApplicationId.From(string.Create(CultureInfo.InvariantCulture, $"{_candidate}-app-{++_applications}"));
            _live.Add(application);
            return new() { Application = application, Requisition = RequisitionId.From(string.Create(CultureInfo.InvariantCulture, $"req-{random.Next(50)}")) };
        }

        private IFact End()
        {
            var application = OneOf(_live);
            _live.Remove(application);
            if (random.OneIn(10))
            {
                return new CandidateHired { Application = application };
            }

            _ended.Add(application);
            return random.OneIn(3)
                ? new ApplicationEnded { Application = application, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("other-offer") }
                : new ApplicationEnded { Application = application, Disposition = Disposition.Rejected, Reason = ReasonCode.From("not-a-match") };
        }

        private ApplicationReopened Reopen()
        {
            var application = OneOf(_ended);
            _ended.Remove(application);
            _live.Add(application);
            return new() { Application = application };
        }

        private TouchpointRecorded Message()
        {
            var inbound = random.OneIn(2);
            return new()
            {
                Kind = inbound ? TouchKinds.EmailReplied : TouchKinds.EmailDelivered,
                Direction = inbound ? Direction.Inbound : Direction.Outbound,
                Application = _live.Count > 0 && random.OneIn(2) ? OneOf(_live) : default,
                Automated = !inbound && random.OneIn(2),
            };
        }

        private JobApplicationId OneOf(List<JobApplicationId> applications) => applications[random.Next(applications.Count)];
    }
}
