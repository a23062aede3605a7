using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Reads the document of an effect.</summary>
internal ref struct EffectReader
{
    private const uint Must = (1u << (int)Member.Schema) | (1u << (int)Member.Rule) | (1u << (int)Member.Subject) | (1u << (int)Member.Ordinal)
        | (1u << (int)Member.Part) | (1u << (int)Member.IntendedAt) | (1u << (int)Member.Kind);

    private const uint AnnounceMust = (1u << (int)Member.Type) | (1u << (int)Member.Version) | (1u << (int)Member.Data);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private string _rule;
    private string _subject;
    private int _ordinal;
    private string _part;
    private Instant _intendedAt;
    private string? _withheld;
    private string _kind;
    private OpenTask? _task;
    private CloseTask? _closes;
    private string _type;
    private int _version;
    private ReadOnlySpan<byte> _data;
    private bool _hasUnknown;

    private enum Member
    {
        Schema,
        Rule,
        Subject,
        Ordinal,
        Part,
        IntendedAt,
        Withheld,
        Kind,
        Task,
        Closes,
        Type,
        Version,
        Data,
    }

    internal static Effect Read(ref DocumentReader reader)
    {
        var effect = default(EffectReader);
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            if (!effect.Name(ref reader, (Member)members.Current))
            {
                effect.Content(ref reader, (Member)members.Current);
            }
        }

        members.Require(Must, "An effect");
        reader.End();
        return effect.Build(ref members);
    }

    private bool Name(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Schema:
                EffectJson.Form.Check(reader.Long());
                return true;
            case Member.Rule:
                _rule = reader.Text();
                return true;
            case Member.Subject:
                _subject = reader.Text();
                return true;
            case Member.Ordinal:
                _ordinal = reader.Count();
                return true;
            case Member.Part:
                _part = reader.Text();
                return true;
            case Member.IntendedAt:
                _intendedAt = reader.At();
                return true;
            case Member.Withheld:
                _withheld = reader.Text();
                return true;
            default:
                return false;
        }
    }

    private void Content(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Kind:
                _kind = reader.Text();
                break;
            case Member.Task:
                _task = OpenTaskJson.Read(ref reader);
                break;
            case Member.Closes:
                _closes = CloseTaskJson.Read(ref reader);
                break;
            case Member.Type:
                _type = reader.Text();
                break;
            case Member.Version:
                _version = reader.Count();
                break;
            case Member.Data:
                _data = reader.Raw();
                break;
            default:
                // The kind decides what the members mean, so one that is not known is judged with it.
                reader.Raw();
                _hasUnknown = true;
                break;
        }
    }

    private readonly Effect Build(ref Members members)
    {
        IIntent intent;
        if (_kind == EnumWords<IntentKind>.Of(IntentKind.OpenTask).Value)
        {
            intent = _task ?? throw new DocumentFault("A task is missing.");
        }
        else if (_kind == EnumWords<IntentKind>.Of(IntentKind.CloseTask).Value)
        {
            intent = _closes ?? throw new DocumentFault("The closing of a task is missing.");
        }
        else if (_kind == EnumWords<IntentKind>.Of(IntentKind.Announce).Value)
        {
            members.Require(AnnounceMust, "An announcement");
            intent = new Announce { Event = Announced() };
        }
        else
        {
            throw new DocumentTooNewException("The effect is of a kind that this version of the library does not know.");
        }

        return _hasUnknown
            ? throw DocumentFault.UnknownMember("effect")
            : new Effect { Key = new EffectKey(_rule, _subject, _ordinal, _part), Intent = intent, IntendedAt = _intendedAt, Withheld = _withheld };
    }

    private readonly IDerivedEvent Announced() => EntryJson.Read(_type, _version, _data, out _) switch
    {
        IDerivedEvent derived => derived,
        UnknownEntry => throw new DocumentTooNewException("The effect announces an event that this version of the library does not know."),
        _ => throw new DocumentFault("Only derived events are announced."),
    };
}
