namespace CandidateCrm.Rules.Shapes;

/// <summary>The values of an object's members while it is read; what was not given has its default.</summary>
internal sealed class MemberValues<T>(IReadOnlyList<Member<T>> members)
{
    private readonly Dictionary<Member<T>, object?> _given = new(members.Count);

    internal TValue Of<TValue>(TypedMember<T, TValue> member) => (TValue)(_given.TryGetValue(member, out var value) ? value! : member.Otherwise!);

    internal bool IsGiven(Member<T> member) => _given.ContainsKey(member);

    internal void Set(Member<T> member, object? value) => _given[member] = value;
}
