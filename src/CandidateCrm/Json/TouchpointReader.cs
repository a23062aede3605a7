using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>
/// Reads the data of a touchpoint by hand: it is the commonest entry, and generated code gives a member that is left out the default
/// of its type, where a quantity is 1.
/// </summary>
internal struct TouchpointReader
{
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private TouchKind _kind;
    private Direction _direction;
    private Channel _channel;
    private JobApplicationId _application;
    private bool _automated;
    private bool _needsNoReply;
    private TouchAnswer _answers;
    private int? _quantity;
    private bool _hasUnknown;

    private enum Member
    {
        Kind,
        Direction,
        Channel,
        Application,
        Automated,
        NeedsNoReply,
        Answers,
        Quantity,
    }

    internal static TouchpointRecorded Read(ReadOnlySpan<byte> data, out bool hasUnknown)
    {
        var reader = new DocumentReader(data);
        var members = reader.Open(Names);
        TouchpointReader touch = default;
        while (reader.Next(ref members))
        {
            touch.Take(ref reader, (Member)members.Current);
        }

        members.Require(1u << (int)Member.Kind, "A touchpoint");
        hasUnknown = touch._hasUnknown;
        return touch.Build();
    }

    private void Take(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Kind:
                _kind = reader.Code<TouchKind>();
                break;
            case Member.Direction:
                _direction = reader.Word<Direction>();
                break;
            case Member.Channel:
                _channel = reader.Code<Channel>();
                break;
            case Member.Application:
                _application = reader.Code<JobApplicationId>();
                break;
            case Member.Automated:
                _automated = reader.IsTrue;
                break;
            case Member.NeedsNoReply:
                _needsNoReply = reader.IsTrue;
                break;
            case Member.Answers:
                _answers = reader.Word<TouchAnswer>();
                break;
            case Member.Quantity:
                _quantity = reader.Count();
                break;
            default:
                reader.Raw();
                _hasUnknown = true;
                break;
        }
    }

    private readonly TouchpointRecorded Build() => new()
    {
        Kind = _kind,
        Direction = _direction,
        Channel = _channel,
        Application = _application,
        Automated = _automated,
        NeedsNoReply = _needsNoReply,
        Answers = _answers,
        Quantity = _quantity ?? 1,
    };
}
