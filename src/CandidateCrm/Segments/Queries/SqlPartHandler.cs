using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Queries;

/// <summary>Takes the pieces of an interpolated text: literals of the program, quoted names, and parts. A value can only come in as a part.</summary>
[InterpolatedStringHandler]
internal readonly ref struct SqlPartHandler(int literals, int holes)
{
    private readonly ImmutableArray<object>.Builder _pieces = ImmutableArray.CreateBuilder<object>(literals == 0 ? holes : holes * 2 + 1);

    internal ImmutableArray<object> Pieces => _pieces.ToImmutable();

    public void AppendLiteral(string text) => _pieces.Add(text);

    public void AppendFormatted(SqlPart part) => _pieces.AddRange(part.Pieces);

    public void AppendFormatted(QuotedName name) => _pieces.Add(name.Text);
}
