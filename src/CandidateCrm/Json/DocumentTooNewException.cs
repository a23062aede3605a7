using System.Text.Json;

namespace CandidateCrm.Json;

/// <summary>A document was written by a newer version of the library and cannot be read without losing something of it. Nothing of it is quoted.</summary>
public sealed class DocumentTooNewException : JsonException
{
    /// <summary>Makes the exception with a general sentence.</summary>
    public DocumentTooNewException()
        : this("The document was written by a newer version of the library.")
    {
    }

    /// <summary>Makes the exception with a sentence that quotes no data.</summary>
    public DocumentTooNewException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a sentence that quotes no data, and its cause.</summary>
    public DocumentTooNewException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
