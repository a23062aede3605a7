using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CandidateCrm.Segments.Queries;

/// <summary>A part of an SQL text, in which values have their places and do not stand in it.</summary>
internal sealed class SqlPart
{
    private const string Sign = "@crm";

    private readonly ImmutableArray<object> _pieces;

    private SqlPart(ImmutableArray<object> pieces) => _pieces = pieces;

    /// <summary>Returns a part of text that the library wrote, with other parts and quoted names in it.</summary>
    internal static SqlPart Of(SqlPartHandler text) => new(text.Pieces);

    /// <summary>Returns the place of a value.</summary>
    internal static SqlPart Value(object value) => new([new Held(value)]);

    internal static SqlPart Join(string separator, IEnumerable<SqlPart> parts)
    {
        var pieces = ImmutableArray.CreateBuilder<object>();
        foreach (var part in parts)
        {
            if (pieces.Count > 0)
            {
                pieces.Add(separator);
            }

            pieces.AddRange(part._pieces);
        }

        return new SqlPart(pieces.ToImmutable());
    }

    /// <summary>Writes the text; equal values share a name.</summary>
    internal (string Text, ImmutableArray<SqlParameter> Parameters) Write()
    {
        var text = new StringBuilder();
        var names = new Dictionary<object, string>();
        var parameters = ImmutableArray.CreateBuilder<SqlParameter>();
        foreach (var piece in _pieces)
        {
            if (piece is not Held { Value: var value })
            {
                text.Append((string)piece);
                continue;
            }

            if (!names.TryGetValue(value, out var name))
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{Sign}{names.Count}");
                names.Add(value, name);
                parameters.Add(new SqlParameter { Name = name, Value = value });
            }

            text.Append(name);
        }

        return (text.ToString(), parameters.ToImmutable());
    }

    internal ImmutableArray<object> Pieces => _pieces;

    private sealed record Held(object Value);
}
