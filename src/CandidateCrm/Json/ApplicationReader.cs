using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Reads one application from the document of a relationship.</summary>
internal struct ApplicationReader
{
    private const uint Must = (1u << (int)Member.Id) | (1u << (int)Member.Since);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private JobApplicationId _id;
    private RequisitionId _requisition;
    private PipelineKey _pipeline;
    private SourceCode _source;
    private StageKey _stage;
    private StageKey _furthest;
    private Instant? _submittedAt;
    private Instant _since;
    private ImmutableArray<InterviewState> _interviews;
    private OfferState? _offer;
    private Instant? _offeredAt;
    private int _numbers;
    private ImmutableArray<StageVisit> _visits;
    private int _reopenings;
    private ApplicationEnding? _ending;

    private enum Member
    {
        Id,
        Requisition,
        Pipeline,
        Source,
        SubmittedAt,
        Stage,
        Since,
        Furthest,
        Visits,
        Interviews,
        Offer,
        Numbers,
        Reopenings,
        Ending,
        OfferedAt,
    }

    internal static ApplicationState Read(ref DocumentReader reader)
    {
        var application = new ApplicationReader { _visits = [], _interviews = [] };
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            if (!application.Name(ref reader, (Member)members.Current) && !application.Arrangement(ref reader, (Member)members.Current))
            {
                application.Course(ref reader, (Member)members.Current);
            }
        }

        members.Require(Must, "An application");
        return application.Build();
    }

    private bool Name(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Id:
                _id = reader.Code<JobApplicationId>();
                return true;
            case Member.Requisition:
                _requisition = reader.Code<RequisitionId>();
                return true;
            case Member.Pipeline:
                _pipeline = reader.Code<PipelineKey>();
                return true;
            case Member.Source:
                _source = reader.Code<SourceCode>();
                return true;
            case Member.Stage:
                _stage = reader.Code<StageKey>();
                return true;
            case Member.Furthest:
                _furthest = reader.Code<StageKey>();
                return true;
            default:
                return false;
        }
    }

    private bool Arrangement(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Interviews:
                _interviews = InterviewsJson.Read(ref reader);
                return true;
            case Member.Offer:
                _offer = OfferJson.Read(ref reader);
                return true;
            case Member.Numbers:
                _numbers = reader.Count();
                return true;
            case Member.OfferedAt:
                _offeredAt = reader.Micros();
                return true;
            default:
                return false;
        }
    }

    private void Course(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.SubmittedAt:
                _submittedAt = reader.Micros();
                break;
            case Member.Since:
                _since = reader.Micros();
                break;
            case Member.Visits:
                _visits = VisitsJson.Read(ref reader);
                break;
            case Member.Reopenings:
                _reopenings = reader.Count();
                break;
            case Member.Ending:
                _ending = EndingJson.Read(ref reader);
                break;
            default:
                throw DocumentFault.UnknownMember("applications");
        }
    }

    private readonly ApplicationState Build() => new()
    {
        Application = _id,
        Requisition = _requisition,
        Pipeline = _pipeline,
        Source = _source,
        SubmittedAt = _submittedAt,
        Stage = _stage,
        StageSince = _since,
        Furthest = _furthest,
        Visits = _visits,
        Interviews = _interviews,
        Offer = _offeredAt is { } at && _offer is null && _ending is null ? OfferJson.Early(at) : _offer,
        Numbers = _numbers,
        Reopenings = _reopenings,
        Ending = _ending,
    };
}
