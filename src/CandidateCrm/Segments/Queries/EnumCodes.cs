using System.Linq.Expressions;

namespace CandidateCrm.Segments.Queries;

/// <summary>Codes that a host keeps as members of an enumeration.</summary>
internal static class EnumCodes
{
    internal static ValueReader<T, string?> Reader<T, TEnum>(Expression<Func<T, TEnum?>> source)
        where TEnum : struct, Enum
    {
        Expression<Func<TEnum?, string?>> name = member => member == null ? null : Enum.GetName(member.Value);
        var members = Enum.GetValues<TEnum>().Distinct().Select(member => (member, Enum.GetName(member)!)).ToList();
        return new ValueReader<T, string?>(Expression.Lambda<Func<T, string?>>(Evaluation.Rebinding.Body(name, source.Body), source.Parameters), source)
        {
            Column = read => new EnumColumn<TEnum>(read, members),
        };
    }
}
