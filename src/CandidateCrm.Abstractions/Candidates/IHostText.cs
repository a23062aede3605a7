namespace CandidateCrm.Candidates;

/// <summary>A value that keeps a text of the host as it is: an id or a code. Two values are the same when their texts are equal, compared ordinally.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IHostText<TSelf>
    where TSelf : struct, IHostText<TSelf>
{
    /// <summary>Gets a value indicating whether this value was ever assigned; false only for the default value.</summary>
    bool IsAssigned { get; }

    /// <summary>Gets the text; throws where nothing was assigned.</summary>
    string Value { get; }

    /// <summary>Makes a value, or throws an <see cref="ArgumentException"/> that names the rule.</summary>
    static abstract TSelf From(string text);

    /// <summary>Makes a value if the text is valid.</summary>
    static abstract bool TryFrom(string? text, out TSelf value);
}
