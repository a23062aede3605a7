namespace CandidateCrm.Segments.Queries;

/// <summary>The signs of comparisons in SQL.</summary>
internal static class SqlSigns
{
    internal static string Of(CompareOperator @operator) => @operator switch
    {
        CompareOperator.Equal => "=",
        CompareOperator.NotEqual => "<>",
        CompareOperator.Less => "<",
        CompareOperator.LessOrEqual => "<=",
        CompareOperator.Greater => ">",
        _ => ">=",
    };

    internal static SqlPart IsMissing(SqlPart read, bool isNegated) => SqlPart.Of($"{read} {new QuotedName(isNegated ? "is not null" : "is null")}");

    internal static SqlPart IsOneOf(SqlPart read, IEnumerable<SqlPart> values, bool isNegated) => SqlPart.Of($"{read} {new QuotedName(isNegated ? "not in" : "in")} ({SqlPart.Join(", ", values)})");
}
