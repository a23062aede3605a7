#pragma warning disable IDE0005 // The tests compile this file too, and use NodaTime everywhere.
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using NodaTime;
#pragma warning restore IDE0005

namespace CandidateCrm.Benchmarks.Decades;

/// <summary>One application from its submission to its end.</summary>
internal sealed class DecadeApplication(RepeatableRandom random, string id, string requisition)
{
    private static readonly string[] Stages = ["screening", "interview", "final"];

    private readonly JobApplicationId _application = JobApplicationId.From(id);
    private readonly List<(Instant At, IFact Fact)> _happened = [];
    private Instant _at;

    /// <summary>Returns what happens to the application, in order.</summary>
    internal IReadOnlyList<(Instant At, IFact Fact)> From(Instant start)
    {
        _at = start;
        Happens(new ApplicationSubmitted { Application = _application, Requisition = RequisitionId.From(requisition), Source = SourceCode.From("careers-site") });
        Later(hours: 40);
        Happens(Message(Direction.Outbound, isAutomated: random.OneIn(2)));
        var isForgotten = random.OneIn(30);
        foreach (var stage in Stages.Take(1 + random.Next(Stages.Length)))
        {
            Later(hours: 14 * 24);
            Happens(new StageEntered { Application = _application, Stage = StageKey.From(stage) });
            Talk(stage);
        }

        if (!isForgotten)
        {
            Later(hours: 30 * 24);
            End();
            if (random.OneIn(20))
            {
                Later(hours: 60 * 24);
                Happens(new ApplicationReopened { Application = _application });
                Later(hours: 20 * 24);
                End();
            }
        }

        return _happened;
    }

    private void Talk(string stage)
    {
        if (stage != "screening")
        {
            Later(hours: 10 * 24);
            Happens(new InterviewHeld { Application = _application, Interview = InterviewId.From($"interview-{stage}") });
        }

        if (random.OneIn(2))
        {
            Later(hours: 5 * 24);
            Happens(Message(Direction.Inbound));
            if (!random.OneIn(7))
            {
                Later(hours: 96);
                Happens(Message(Direction.Outbound));
            }
        }
    }

    private void End()
    {
        var way = random.Next(10);
        Happens(way switch
        {
            0 => new CandidateHired { Application = _application },
            1 or 2 => new ApplicationEnded { Application = _application, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("other-offer") },
            _ => new ApplicationEnded { Application = _application, Disposition = Disposition.Rejected, Reason = ReasonCode.From("other-candidate") },
        });
        if (way > 2)
        {
            // Whoever is rejected hears of it, as everybody should.
            _happened.Add((_at + Duration.FromMinutes(20), Message(Direction.Outbound, isAutomated: true) with { Answers = TouchAnswer.Ending }));
        }
    }

    private TouchpointRecorded Message(Direction direction, bool isAutomated = false) => new()
    {
        Kind = direction == Direction.Inbound ? TouchKinds.EmailReplied : TouchKinds.EmailDelivered,
        Direction = direction,
        Channel = Channel.From("email"),
        Application = _application,
        Automated = isAutomated,
    };

    private void Happens(IFact fact) => _happened.Add((_at, fact));

    private void Later(int hours) => _at += Duration.FromMinutes(30 + random.Next(hours * 60));
}
