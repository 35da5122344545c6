using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Filters;

/// <summary>Reads numbers, dates and times from forms as Indonesians write them. Route and query values are invariant and keep the framework's binders.</summary>
internal sealed class IndonesianBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType;
        return type == typeof(decimal) || type == typeof(int) || type == typeof(DateOnly) || type == typeof(TimeOnly) ? new IndonesianBinder(type) : null;
    }
}

internal sealed class IndonesianBinder(Type type) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, value);
        var text = value.FirstValue?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            if (!context.ModelMetadata.IsReferenceOrNullableType)
                context.ModelState.TryAddModelError(context.ModelName, context.ModelMetadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(context.ModelMetadata.GetDisplayName()));
            else
                context.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }

        var fromForm = value.Culture != CultureInfo.InvariantCulture;
        if (Read(text, fromForm) is { } read) context.Result = ModelBindingResult.Success(read);
        else context.ModelState.TryAddModelError(context.ModelName, Sentence(context.ModelMetadata));
        return Task.CompletedTask;
    }

    private object? Read(string text, bool fromForm)
    {
        if (type == typeof(DateOnly)) return Indonesian.TryParseDate(text, out var date) ? date : null;
        if (type == typeof(TimeOnly)) return TimeOnly.TryParseExact(text.Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
        decimal number;
        if (fromForm ? !Indonesian.TryParseNumber(text, out number) : !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out number)) return null;
        if (type == typeof(decimal)) return number;
        return number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
    }

    /// <summary>[Display(Prompt = "angka rupiah, misalnya 1.250.000.000")] tells what the field takes; else its type does.</summary>
    private string Sentence(ModelMetadata metadata) => (metadata.GetDisplayName(), type) switch
    {
        var (field, _) when metadata.Placeholder is { } takes => $"{field} harus berupa {takes}.",
        var (field, _) when type == typeof(DateOnly) => $"{field} harus berupa tanggal, misalnya 27/03/2026.",
        var (field, _) when type == typeof(TimeOnly) => $"{field} harus berupa jam, misalnya 09.00.",
        var (field, _) when type == typeof(int) => $"{field} harus berupa bilangan bulat, tanpa koma.",
        var (field, _) => $"{field} harus berupa angka, misalnya 1.250.000 atau 11,59.",
    };
}

internal static class BindingSentences
{
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(field => $"{field} wajib diisi.");
        messages.SetMissingBindRequiredValueAccessor(field => $"{field} wajib diisi.");
        messages.SetMissingKeyOrValueAccessor(() => "Isian ini wajib diisi.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Kiriman kosong.");
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"{field} tidak dapat dibaca: “{value}”.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"Isian tidak dapat dibaca: “{value}”.");
        messages.SetUnknownValueIsInvalidAccessor(field => $"{field} tidak dapat dibaca.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Isian tidak dapat dibaca.");
        messages.SetValueIsInvalidAccessor(value => $"Isian tidak dapat dibaca: “{value}”.");
        messages.SetValueMustBeANumberAccessor(field => $"{field} harus berupa angka.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Isian ini harus berupa angka.");
    }
}
