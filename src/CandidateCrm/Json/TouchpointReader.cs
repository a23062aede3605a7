using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>
/// Reads the data of a touchpoint by hand: it is the commonest entry, and generated code gives a member that is left out the default
/// of its type, where a quantity is 1.
/// </summary>
internal static class TouchpointReader
{
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Kind,
        Direction,
        Channel,
        Application,
        Automated,
        NeedsNoReply,
        Quantity,
    }

    internal static TouchpointRecorded Read(ReadOnlySpan<byte> data, out bool hasUnknown)
    {
        hasUnknown = false;
        TouchKind kind = default;
        Direction direction = default;
        Channel channel = default;
        JobApplicationId application = default;
        var automated = false;
        var needsNoReply = false;
        var quantity = 1;
        var reader = new DocumentReader(data);
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Kind:
                    kind = reader.Code<TouchKind>();
                    break;
                case Member.Direction:
                    direction = reader.Word<Direction>();
                    break;
                case Member.Channel:
                    channel = reader.Code<Channel>();
                    break;
                case Member.Application:
                    application = reader.Code<JobApplicationId>();
                    break;
                case Member.Automated:
                    automated = reader.IsTrue;
                    break;
                case Member.NeedsNoReply:
                    needsNoReply = reader.IsTrue;
                    break;
                case Member.Quantity:
                    quantity = reader.Count();
                    break;
                default:
                    reader.Raw();
                    hasUnknown = true;
                    break;
            }
        }

        members.Require(1u << (int)Member.Kind, "A touchpoint");
        return new TouchpointRecorded
        {
            Kind = kind,
            Direction = direction,
            Channel = channel,
            Application = application,
            Automated = automated,
            NeedsNoReply = needsNoReply,
            Quantity = quantity,
        };
    }
}
