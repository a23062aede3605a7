using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>One candidate's way through applications and messages.</summary>
internal sealed class HistoryWalk(HistoryPlan plan, RepeatableRandom random)
{
    private static readonly PersonId Recruiter = PersonId.From("recruiter-1");

    private readonly CandidateId _candidate = CandidateId.From(plan.Candidate ?? string.Create(CultureInfo.InvariantCulture, $"candidate-{plan.Seed}"));
    private readonly List<JobApplicationId> _begun = [];
    private readonly List<JobApplicationId> _prospects = [];
    private readonly List<LiveWalk> _live = [];
    private readonly List<JobApplicationId> _ended = [];
    private readonly List<JobApplicationId> _unanswered = [];
    private readonly List<JobApplicationId> _untold = [];
    private readonly long _span = Duration.FromDays(plan.Days).BclCompatibleTicks / 10;
    private long _micros;
    private int _order;
    private int _applications;

    private Instant Now => plan.Start + Duration.FromTicks(_micros * 10);

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
        var fact = number == 0 ? new CandidateFound { Source = SourceCode.From("careers-site") } : Fact();
        return new HostFact
        {
            Candidate = _candidate,
            EventId = EventId.From(string.Create(CultureInfo.InvariantCulture, $"{_candidate}:{number}")),
            OccurredAt = Now,
            SourceOrder = _order,
            Actor = ActorOf(fact),
            Fact = fact,
        };
    }

    private IFact Fact() => random.Next(20) switch
    {
        0 or 1 or 2 => Begin(),
        3 or 4 or 5 when _live.Count > 0 => new StageEntered { Application = OneOf(_live).Application, Stage = StageKey.From(plan.Stages[random.Next(plan.Stages.Count)]) },
        6 or 7 or 8 when _live.Count > 0 => OneOf(_live).Interview(random, Now),
        9 when _live.Count > 0 => OneOf(_live).Offer(random, Now),
        10 or 11 when _live.Count > 0 => End(),
        12 when _ended.Count > 0 => Reopen(),
        13 when _live.Count > 0 => Change(),
        14 when _unanswered.Count > 0 => Review(),
        15 or 16 when _untold.Count > 0 => Tell(),
        _ => Message(),
    };

    // Whom the rules ask for a person names one, except where nobody did: that is told later.
    private Actor ActorOf(IFact fact) => fact switch
    {
        ApplicationEnded { Disposition: Disposition.Rejected } ended when !_unanswered.Contains(ended.Application) => Actor.Of(Recruiter),
        ApplicationReviewed => Actor.Of(Recruiter),
        _ => default,
    };

    private IFact Begin()
    {
        if (_begun.Count > 0 && random.OneIn(2))
        {
            return Submit(Take(_begun));
        }

        if (_prospects.Count > 0 && random.OneIn(2))
        {
            var converted = Take(_prospects);
            _live.Add(new LiveWalk(converted));
            return new ProspectConverted { Application = converted, Requisition = Requisition() };
        }

        var application = JobApplicationId.From(string.Create(CultureInfo.InvariantCulture, $"{_candidate}-app-{++_applications}"));
        switch (random.Next(6))
        {
            case 0:
                _begun.Add(application);
                return new ApplicationDrafted { Application = application, Requisition = Requisition() };
            case 1:
                _prospects.Add(application);
                return new ProspectAdded { Application = application, Requisition = Requisition() };
            default:
                return Submit(application);
        }
    }

    private ApplicationSubmitted Submit(JobApplicationId application)
    {
        _live.Add(new LiveWalk(application));
        return new() { Application = application, Requisition = Requisition() };
    }

    private IFact End()
    {
        var application = Take(_live).Application;
        if (random.OneIn(10))
        {
            return new CandidateHired { Application = application };
        }

        _ended.Add(application);
        if (random.OneIn(3))
        {
            return new ApplicationEnded { Application = application, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("other-offer") };
        }

        (random.OneIn(5) ? _unanswered : _untold).Add(application);
        return new ApplicationEnded { Application = application, Disposition = Disposition.Rejected, Reason = ReasonCode.From("not-a-match") };
    }

    private ApplicationReopened Reopen()
    {
        var application = Take(_ended);
        _untold.Remove(application);
        _unanswered.Remove(application);
        _live.Add(new LiveWalk(application));
        return new() { Application = application };
    }

    private ApplicationReviewed Review()
    {
        var application = Take(_unanswered);
        _untold.Add(application);
        return new() { Application = application };
    }

    private TouchpointRecorded Tell() => new()
    {
        Kind = TouchKinds.EmailDelivered,
        Direction = Direction.Outbound,
        Application = Take(_untold),
        Automated = random.OneIn(2),
        Answers = TouchAnswer.Ending,
    };

    private IFact Change()
    {
        var from = OneOf(_live).Application;
        switch (random.Next(3))
        {
            case 0 when _live.Count > 1:
                _live.RemoveAll(each => each.Application == from);
                return new ApplicationsMerged { Application = OneOf(_live).Application, Duplicate = from };
            case 1:
                var application = JobApplicationId.From(string.Create(CultureInfo.InvariantCulture, $"{_candidate}-app-{++_applications}"));
                _live.Add(new LiveWalk(application));
                return new ApplicationCopied { Application = application, From = from, Requisition = Requisition() };
            default:
                return new ApplicationTransferred { Application = from, Requisition = Requisition() };
        }
    }

    private TouchpointRecorded Message()
    {
        var inbound = random.OneIn(2);
        return new()
        {
            Kind = inbound ? TouchKinds.EmailReplied : TouchKinds.EmailDelivered,
            Direction = inbound ? Direction.Inbound : Direction.Outbound,
            Application = _live.Count > 0 && random.OneIn(2) ? OneOf(_live).Application : default,
            Automated = !inbound && random.OneIn(2),
        };
    }

    private RequisitionId Requisition() => RequisitionId.From(string.Create(CultureInfo.InvariantCulture, $"req-{random.Next(50)}"));

    private T OneOf<T>(List<T> of) => of[random.Next(of.Count)];

    private T Take<T>(List<T> from)
    {
        var place = random.Next(from.Count);
        var taken = from[place];
        from.RemoveAt(place);
        return taken;
    }
}
