namespace CandidateCrm.Json;

/// <summary>The walk through the members of one object: which one the reader stands at, and which it has met.</summary>
internal struct Members(MemberNames names)
{
    private uint _seen;

    internal MemberNames Names { get; } = names;

    /// <summary>Gets the number of the present member; -1 for one that is not known.</summary>
    internal int Current { get; private set; } = -1;

    /// <summary>Gets the name of a member that is not known.</summary>
    internal string? Unknown { get; private set; }

    /// <summary>Gets the number that is looked for first.</summary>
    internal int Expected { get; private set; }

    internal void MoveTo(int member)
    {
        var bit = 1u << member;
        if ((_seen & bit) != 0)
        {
            throw new DocumentFault("An object names a member twice.");
        }

        _seen |= bit;
        Current = member;
        Expected = member + 1;
    }

    internal void MoveToUnknown(string name)
    {
        Current = -1;
        Unknown = name;
    }

    /// <summary>Counts the present member as left out.</summary>
    internal void Forget() => _seen &= Current < 0 ? uint.MaxValue : ~(1u << Current);

    /// <summary>Says whether one of these members, given as bits, was met.</summary>
    internal readonly bool HasAny(uint members) => (_seen & members) != 0;

    /// <summary>Refuses an object that lacks one of these members, given as bits.</summary>
    internal readonly void Require(uint members, string what)
    {
        if ((_seen & members) != members)
        {
            throw new DocumentFault($"{what} lacks a member that it must have.");
        }
    }
}
