using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>What the offer of one application comes to, told as a story: one line for each thing that can happen, without a state machine or an alarm.</summary>
internal sealed class OfferOracle
{
    private OfferId _id;
    private string _status = "-";
    private int _version;
    private Instant? _answerBy;
    private bool _hasEnded;
    private bool _wasMade;

    internal List<string> Lapsed { get; } = [];

    internal static OfferOracle Of(IEnumerable<TimelineEvent> history, Instant end)
    {
        var oracle = new OfferOracle();
        foreach (var one in history.Where(e => e.OccurredAt <= end).OrderBy(e => e.Place))
        {
            oracle.Pass(one.OccurredAt, isOver: (until, now) => until < now);
            oracle.Hear(one.Entry);
            oracle.Pass(one.OccurredAt, isOver: (until, now) => until < now);
        }

        oracle.Pass(end, isOver: (until, now) => until <= now);
        return oracle;
    }

    public override string ToString() => _status == "-" ? "-" : $"{_status} {_id} v{_version}";

    private void Pass(Instant now, Func<Instant, Instant, bool> isOver)
    {
        if (!_hasEnded && _status == "Made" && _answerBy is { } until && isOver(until, now))
        {
            _status = "Expired";
            Lapsed.Add($"{until}");
        }
    }

    private void Hear(ITimelineEntry entry)
    {
        if (entry is ApplicationEnded)
        {
            _hasEnded = true;
        }
        else if (entry is ApplicationReopened)
        {
            _hasEnded = false;
        }
        else if (entry is IOfferFact fact)
        {
            Hear(fact);
        }

        // What nobody got and nobody accepted is not remembered of an application that has ended.
        if (_hasEnded && !_wasMade && _status != "Accepted")
        {
            (_status, _id, _version) = ("-", default, 0);
        }
    }

    private void Hear(IOfferFact fact)
    {
        var isOther = _status != "-" && _id.IsAssigned && fact.Offer.IsAssigned && _id != fact.Offer;
        var stands = _status is "Made" or "Accepted";
        switch (fact)
        {
            case OfferPrepared when stands:
                break;
            case OfferPrepared prepared:
                Renew("Prepared", isOther, prepared, prepared.Version);
                _wasMade = false;
                break;
            case OfferMade made when IsSame(made):
                break;
            case OfferMade made:
                Renew("Made", isOther, made, made.Version);
                _answerBy = made.AnswerBy;
                _wasMade = true;
                break;
            case OfferRemoved when !isOther:
                (_status, _id, _version, _wasMade) = ("-", default, 0, false);
                break;
            case OfferAccepted or OfferDeclined or OfferWithdrawn or OfferExpired when !isOther:
                var next = fact.GetType().Name["Offer".Length..];
                _id = fact.Offer.IsAssigned && next != _status ? fact.Offer : _id;
                _status = next;
                break;
            default:
                break;
        }
    }

    private bool IsSame(OfferMade made) =>
        _status == "Made" && (made.Offer.IsAssigned || made.Version > 0) && (!made.Offer.IsAssigned || made.Offer == _id) && (made.Version == 0 || made.Version == _version) && made.AnswerBy == _answerBy;

    private void Renew(string status, bool isOther, IOfferFact fact, int version)
    {
        _status = status;
        _version = version > 0 ? version : isOther ? 0 : _version;
        _id = fact.Offer.IsAssigned ? fact.Offer : _id;
    }
}
