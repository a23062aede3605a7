using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Reads one application from the document of a relationship.</summary>
internal struct ApplicationReader
{
    private const uint Must = 1u << (int)Member.Id;
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private JobApplicationId _id;
    private RequisitionId _requisition;
    private RequisitionFamily _family;
    private PipelineKey _pipeline;
    private SourceCode _source;
    private StageKey _stage;
    private StageKey _furthest;
    private StageKey _furthestHere;
    private bool _isFurthestGiven;
    private StageCategory _category;
    private StageCategory _furthestCategory;
    private ApplicationStatus _status;
    private JobApplicationId _follows;
    private int _followed;
    private ApplicationState? _before;
    private ImmutableArray<JobApplicationId> _aliases;
    private Instant? _submittedAt;
    private Instant? _since;
    private ImmutableArray<InterviewState> _interviews;
    private bool _wasInterviewed;
    private OfferState? _offer;
    private Instant? _offeredAt;
    private int _numbers;
    private PublicStanding? _public;
    private Instant? _refusedAt;
    private Instant? _askedAt;
    private int _asks;
    private Instant? _abandonsAt;
    private ImmutableArray<StageVisit> _visits;
    private int _reopenings;
    private ApplicationEnding? _ending;
    private EndingNews? _news;

    private enum Member
    {
        Id,
        Requisition,
        Family,
        Like,
        Pipeline,
        Source,
        SubmittedAt,
        Status,
        Stage,
        Category,
        Since,
        Furthest,
        FurthestCategory,
        FurthestHere,
        Visits,
        Interviews,
        Held,
        Offer,
        Numbers,
        Reopenings,
        AbandonsAt,
        Follows,
        Aliases,
        RefusedAt,
        AskedAt,
        Asks,
        Public,
        Ending,
        OfferedAt,
    }

    /// <summary>Reads an application.</summary>
    /// <param name="reader">What it is read from.</param>
    /// <param name="before">The application before it in the list, if any.</param>
    /// <param name="followed">The place in the list of the application that it follows; -1 where that is not said so.</param>
    internal static ApplicationState Read(ref DocumentReader reader, ApplicationState? before, out int followed)
    {
        var application = new ApplicationReader { _visits = [], _aliases = [], _interviews = [], _before = before, _followed = -1 };
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            var member = (Member)members.Current;
            if (!application.Name(ref reader, member) && !application.Place(ref reader, member) && !application.Arrangement(ref reader, member))
            {
                application.Course(ref reader, member);
            }
        }

        members.Require(Must, "An application");
        followed = application._followed;
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
            case Member.Family:
                _family = reader.Code<RequisitionFamily>();
                return true;
            case Member.Pipeline:
                _pipeline = reader.Code<PipelineKey>();
                return true;
            case Member.Source:
                _source = reader.Code<SourceCode>();
                return true;
            case Member.Like:
                (_pipeline, _source) = reader.IsTrue && _before is { } before ? (before.Pipeline, before.Source) : throw new DocumentFault("There is no application before that this one could be like.");
                return true;
            case Member.Follows:
                ReadFollowed(ref reader);
                return true;
            case Member.Aliases:
                _aliases = ReadAliases(ref reader);
                return true;
            default:
                return false;
        }
    }

    private bool Place(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Status:
                _status = reader.Word<ApplicationStatus>() is var status && status != ApplicationStatus.Ended ? status : throw new DocumentFault("That an application has ended is said by its ending.");
                return true;
            case Member.Stage:
                _stage = reader.Code<StageKey>();
                return true;
            case Member.Category:
                _category = reader.Word<StageCategory>();
                return true;
            case Member.Furthest:
                _isFurthestGiven = true;
                _furthest = reader.Text().Length == 0 ? default : reader.Code<StageKey>();
                return true;
            case Member.FurthestCategory:
                _furthestCategory = reader.Word<StageCategory>();
                return true;
            case Member.FurthestHere:
                _furthestHere = reader.Code<StageKey>();
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
            case Member.Held:
                _wasInterviewed = reader.IsTrue;
                return true;
            case Member.Offer:
                _offer = OfferJson.Read(ref reader);
                return true;
            case Member.Numbers:
                _numbers = reader.Count();
                return true;
            case Member.RefusedAt:
                _refusedAt = reader.Micros();
                return true;
            case Member.AskedAt:
                _askedAt = reader.Micros();
                return true;
            case Member.Asks:
                _asks = reader.Count();
                return true;
            case Member.Public:
                _public = PublicStandingJson.Read(ref reader);
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
            case Member.AbandonsAt:
                _abandonsAt = reader.Micros();
                break;
            case Member.Reopenings:
                _reopenings = reader.Count();
                break;
            case Member.Ending:
                _ending = EndingJson.Read(ref reader, out _news);
                break;
            default:
                throw DocumentFault.UnknownMember("applications");
        }
    }

    private void ReadFollowed(ref DocumentReader reader)
    {
        if (reader.IsText)
        {
            _follows = reader.Code<JobApplicationId>();
        }
        else
        {
            _followed = reader.Count();
        }
    }

    private static ImmutableArray<JobApplicationId> ReadAliases(ref DocumentReader reader) => reader.List<JobApplicationId>(1, static (ref DocumentReader element) => element.Code<JobApplicationId>());

    /// <summary>Makes the application. Since when it ended is not said twice, nor a furthest stage that it is in.</summary>
    private readonly ApplicationState Build() => new()
    {
        Application = _id,
        Requisition = _requisition,
        Family = _family,
        Pipeline = _pipeline,
        Source = _source,
        SubmittedAt = _submittedAt,
        Status = _status,
        Stage = _stage,
        Category = _category,
        StageSince = _since ?? _ending?.At ?? throw new DocumentFault("An application says since when it is where it is."),
        Furthest = _isFurthestGiven ? _furthest : _stage,
        FurthestCategory = _isFurthestGiven ? _furthestCategory : _category,
        FurthestHere = _furthestHere,
        Visits = _visits,
        Interviews = _interviews,
        WasInterviewed = _wasInterviewed,
        Offer = _offeredAt is { } at && _offer is null && _ending is null ? OfferJson.Early(at) : _offer,
        Numbers = _numbers,
        Reopenings = _reopenings,
        AbandonsAt = _abandonsAt,
        Follows = _follows,
        Aliases = _aliases,
        RefusedAt = _refusedAt,
        AskedAt = _askedAt,
        Asks = _asks,
        Public = _public,
        Ending = _ending is { } ending ? EndingJson.WithNews(ending, _news, _refusedAt) : null,
    };
}
